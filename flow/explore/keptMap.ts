/** A map that never changes, as what is different from another one: most of the maps that are kept differ from another in one entry. */
export interface KeptMap<V> {
  readonly before: KeptMap<V> | undefined;
  /** Undefined where the entry is gone. */
  readonly changes: readonly (readonly [string, V | undefined])[];
  /** How many maps are behind it. */
  readonly depth: number;
}

/** A map that is read back is put together of no more than so many. */
const maxDepth = 16;

/** Keeps a map. `from` is another one, as it was kept and as it is. */
export function keepMap<V>(
  map: ReadonlyMap<string, V>,
  from?: { readonly kept: KeptMap<V>; readonly map: ReadonlyMap<string, V> },
): KeptMap<V> {
  if (from?.map === map) return from.kept;
  const changes: (readonly [string, V | undefined])[] = [];
  if (!from || from.kept.depth >= maxDepth) {
    for (const entry of map) changes.push(entry);
    return { before: undefined, changes, depth: 0 };
  }
  for (const entry of map) if (from.map.get(entry[0]) !== entry[1]) changes.push(entry);
  for (const name of from.map.keys()) if (!map.has(name)) changes.push([name, undefined]);
  if (changes.length === 0) return from.kept;
  return { before: from.kept, changes, depth: from.kept.depth + 1 };
}

/** A map that was kept, as one that can be changed. */
export function mapOf<V>(kept: KeptMap<V>): Map<string, V> {
  const maps: KeptMap<V>[] = [];
  for (let at: KeptMap<V> | undefined = kept; at; at = at.before) maps.push(at);
  const map = new Map<string, V>();
  for (const { changes } of maps.reverse()) {
    for (const [name, value] of changes) {
      if (value === undefined) map.delete(name);
      else map.set(name, value);
    }
  }
  return map;
}
