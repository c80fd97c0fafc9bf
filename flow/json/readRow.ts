import { Column, Kind, kinds, type Rows, rowWidth } from './rows';

/** What a value is; `missing` stands where a property has a key and no value yet. */
export type JsonType = (typeof kinds)[number];

/** The decoded value of a string, number or boolean; null for null; undefined for the rest. */
export type Scalar = string | number | boolean | null | undefined;

export function cellAt(rows: Rows, row: number, column: number): number {
  return rows.cells[row * rowWidth + column] ?? -1;
}

export function typeAt(rows: Rows, row: number): JsonType {
  return kinds[cellAt(rows, row, Column.kind)] ?? 'missing';
}

/** The name of the key that a value stands under; undefined for array items and the root. */
export function nameAt(rows: Rows, row: number): string | undefined {
  const id = cellAt(rows, row, Column.name);
  return id < 0 ? undefined : rows.names[id];
}

export function valueAt(rows: Rows, row: number): Scalar {
  const kind = cellAt(rows, row, Column.kind);
  if (kind === Kind.null) return null;
  if (kind !== Kind.string && kind !== Kind.number && kind !== Kind.boolean) return undefined;
  const given = rows.values.size > 0 ? rows.values.get(row) : undefined;
  if (given !== undefined) return given;
  const offset = cellAt(rows, row, Column.offset);
  const end = cellAt(rows, row, Column.end);
  if (kind === Kind.boolean) return end - offset === 4;
  if (kind === Kind.number) return Number(rows.text.slice(offset, end));
  const inner = rows.text.slice(offset + 1, end - 1);
  return inner.includes('\\') ? (JSON.parse(`"${inner}"`) as string) : inner;
}

/** The row of an object's member as the engine finds it: last one wins, and case is ignored when no key is spelt exactly so. -1 where there is none. */
export function memberRow(rows: Rows, row: number, name: string): number {
  const found = keyRow(rows, row, name);
  return found >= 0 && rows.cells[found * rowWidth] === Kind.missing ? -1 : found;
}

/** The same for a key, whether its value is there or still to come. */
export function keyRow(rows: Rows, row: number, name: string): number {
  const { cells, ids, folded } = rows;
  const start = row * rowWidth;
  if (cells[start] !== Kind.object) return -1;
  const exact = ids.get(name) ?? -1;
  const fold = exact >= 0 ? folded[exact] : ids.get(name.toLowerCase());
  if (fold === undefined) return -1;
  const end = cells[start + Column.next] ?? 0;
  let found = -1;
  let similar = -1;
  for (let at = row + 1; at < end; ) {
    const id = cells[at * rowWidth + Column.name] ?? -1;
    if (id === exact) found = at;
    else if (folded[id] === fold) similar = at;
    at = cells[at * rowWidth + Column.next] ?? end;
  }
  return found >= 0 ? found : similar;
}

/** The decoded text of a string; undefined for every other value, and for the row -1. */
export function textAt(rows: Rows, row: number): string | undefined {
  return row >= 0 && rows.cells[row * rowWidth] === Kind.string ? (valueAt(rows, row) as string) : undefined;
}

/** How many values stand directly in a container. */
export function childCount(rows: Rows, row: number): number {
  const end = cellAt(rows, row, Column.next);
  let count = 0;
  for (let at = row + 1; at < end; at = cellAt(rows, at, Column.next)) count++;
  return count;
}

/** Whether two keys of an object have one name. */
export function repeatsKey(rows: Rows, row: number): boolean {
  if (cellAt(rows, row, Column.kind) !== Kind.object) return false;
  const end = cellAt(rows, row, Column.next);
  let seen = 0;
  for (let at = row + 1; at < end; at = cellAt(rows, at, Column.next)) {
    // Names that share a bit are rare enough in one object to be looked at again.
    const bit = 1 << (cellAt(rows, at, Column.name) & 31);
    if ((seen & bit) !== 0 && hasTwin(rows, row, at)) return true;
    seen |= bit;
  }
  return false;
}

function hasTwin(rows: Rows, row: number, until: number): boolean {
  const name = cellAt(rows, until, Column.name);
  for (let at = row + 1; at < until; at = cellAt(rows, at, Column.next))
    if (cellAt(rows, at, Column.name) === name) return true;
  return false;
}
