/** The values of pairs by their keys, both in order. */
export function grouped<K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
