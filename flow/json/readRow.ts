import { foldKey } from './foldKey';
import { Column, headBits, Kind, kinds, type Rows, rowWidth, Surrounding, surroundingsWidth } from './rows';

/** What a value is; `missing` stands where a property has a key and no value yet. */
export type JsonType = (typeof kinds)[number];

/** The decoded value of a string, number or boolean; null for null; undefined for the rest. */
export type Scalar = string | number | boolean | null | undefined;

const kindMask = (1 << headBits) - 1;

/** One of the numbers of `Kind`. */
export function kindAt({ cells }: Rows, row: number): number {
  return (cells[row * rowWidth] ?? Kind.missing) & kindMask;
}

export function typeAt(rows: Rows, row: number): JsonType {
  return kinds[kindAt(rows, row)] ?? 'missing';
}

export function offsetAt({ cells }: Rows, row: number): number {
  return cells[row * rowWidth + Column.offset] ?? 0;
}

export function endAt({ cells }: Rows, row: number): number {
  return cells[row * rowWidth + Column.end] ?? 0;
}

/** The row behind everything inside of a value. The rows in a container are those from the one behind it to this one, each with the next of the one before. */
export function nextAt({ cells }: Rows, row: number): number {
  return cells[row * rowWidth + Column.next] ?? 0;
}

/** The row of the container around; -1 for the root. */
export function parentAt({ surroundings }: Rows, row: number): number {
  return surroundings[row * surroundingsWidth] ?? -1;
}

/** The place in `names` of the key that a value stands under; -1 for array items and the root. */
function nameIdAt({ cells }: Rows, row: number): number {
  return ((cells[row * rowWidth] ?? 0) >> headBits) - 1;
}

const foldedIdAt = (rows: Rows, row: number) => rows.folded[nameIdAt(rows, row)] ?? -1;

/** The name of the key that a value stands under; undefined for array items and the root. */
export function nameAt(rows: Rows, row: number): string | undefined {
  const id = nameIdAt(rows, row);
  return id < 0 ? undefined : rows.names[id];
}

/** Where the key begins that a value stands under, and where it ends; its quotes belong to it. */
export function keyOffsetAt({ surroundings }: Rows, row: number): number {
  return surroundings[row * surroundingsWidth + Surrounding.keyOffset] ?? 0;
}

export function keyEndAt({ surroundings }: Rows, row: number): number {
  return surroundings[row * surroundingsWidth + Surrounding.keyEnd] ?? 0;
}

export function valueAt(rows: Rows, row: number): Scalar {
  const kind = kindAt(rows, row);
  if (kind === Kind.null) return null;
  if (kind !== Kind.string && kind !== Kind.number && kind !== Kind.boolean) return undefined;
  const given = rows.values.size > 0 ? rows.values.get(row) : undefined;
  if (given !== undefined) return given;
  const offset = offsetAt(rows, row);
  const end = endAt(rows, row);
  if (kind === Kind.boolean) return end - offset === 4;
  if (kind === Kind.number) return Number(rows.text.slice(offset, end));
  const inner = rows.text.slice(offset + 1, end - 1);
  return inner.includes('\\') ? (JSON.parse(`"${inner}"`) as string) : inner;
}

/** The row of an object's member as the engine finds it: last one wins, and case is ignored when no key is spelt exactly so. -1 where there is none. */
export function memberRow(rows: Rows, row: number, name: string): number {
  const found = keyRow(rows, row, name);
  return found >= 0 && kindAt(rows, found) === Kind.missing ? -1 : found;
}

/** The same for a key, whether its value is there or still to come. */
export function keyRow(rows: Rows, row: number, name: string): number {
  if (kindAt(rows, row) !== Kind.object) return -1;
  const { ids, folded } = rows;
  const exact = ids.get(name) ?? -1;
  const fold = exact >= 0 ? folded[exact] : ids.get(foldKey(name));
  if (fold === undefined) return -1;
  const end = nextAt(rows, row);
  let found = -1;
  let similar = -1;
  for (let at = row + 1; at < end; at = nextAt(rows, at)) {
    const id = nameIdAt(rows, at);
    if (id === exact) found = at;
    else if (folded[id] === fold) similar = at;
  }
  return found >= 0 ? found : similar;
}

/** The decoded text of a string; undefined for every other value, and for the row -1. */
export function textAt(rows: Rows, row: number): string | undefined {
  return row >= 0 && kindAt(rows, row) === Kind.string ? (valueAt(rows, row) as string) : undefined;
}

/** How many values stand directly in a container. */
export function childCount(rows: Rows, row: number): number {
  const end = nextAt(rows, row);
  let count = 0;
  for (let at = row + 1; at < end; at = nextAt(rows, at)) count++;
  return count;
}

/** Whether two keys of an object have one name, or names that differ in case only. */
export function repeatsKey(rows: Rows, row: number): boolean {
  if (kindAt(rows, row) !== Kind.object) return false;
  const end = nextAt(rows, row);
  let seen = 0;
  for (let at = row + 1; at < end; at = nextAt(rows, at)) {
    // The names of most objects share no bit, so that most objects need no set of names.
    const bit = 1 << (foldedIdAt(rows, at) & 31);
    if ((seen & bit) !== 0) return countNames(rows, row) < childCount(rows, row);
    seen |= bit;
  }
  return false;
}

function countNames(rows: Rows, row: number): number {
  const names = new Set<number>();
  const end = nextAt(rows, row);
  for (let at = row + 1; at < end; at = nextAt(rows, at)) names.add(foldedIdAt(rows, at));
  return names.size;
}
