import { addTo } from '../../flow';

/** The values of pairs by their keys, both in order. */
export function grouped<K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) addTo(groups, key, value);
  return groups;
}
