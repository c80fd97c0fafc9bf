/** The longest row of items that two lists have in common in this order, by what `signature` says of them; each with its counterpart. */
export function inCommon<T>(first: readonly T[], other: readonly T[], signature: (item: T) => string): [T, T][] {
  const left = first.map((item) => ({ item, says: signature(item) }));
  const right = other.map((item) => ({ item, says: signature(item) }));
  const pairs: [T, T][] = [];
  // Equal items at both ends are not compared with the rest.
  let start = 0;
  while (start < left.length && left[start]?.says === right[start]?.says) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end)?.says === right.at(-1 - end)?.says) end++;
  const pair = (a: { item: T } | undefined, b: { item: T } | undefined) => a && b && pairs.push([a.item, b.item]);
  for (let at = 0; at < start; at++) pair(left[at], right[at]);
  const rows = left.slice(start, left.length - end);
  const columns = right.slice(start, right.length - end);
  // lengths[i][j]: how many are in common from i and j on.
  const lengths = Array.from({ length: rows.length + 1 }, () => new Uint32Array(columns.length + 1));
  for (let i = rows.length - 1; i >= 0; i--)
    for (let j = columns.length - 1; j >= 0; j--)
      put(
        lengths,
        i,
        j,
        rows[i]?.says === columns[j]?.says
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1)),
      );
  for (let i = 0, j = 0; i < rows.length && j < columns.length; ) {
    if (rows[i]?.says === columns[j]?.says) pair(rows[i++], columns[j++]);
    else if (at(lengths, i + 1, j) >= at(lengths, i, j + 1)) i++;
    else j++;
  }
  for (let back = end; back > 0; back--) pair(left.at(-back), right.at(-back));
  return pairs;
}

const at = (table: readonly Uint32Array[], row: number, column: number) => table[row]?.[column] ?? 0;

function put(table: readonly Uint32Array[], row: number, column: number, value: number): void {
  const line = table[row];
  if (line) line[column] = value;
}
