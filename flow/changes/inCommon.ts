import { sharedFrom } from '../text/sharedFrom';

/** The longest row of items that two lists have in common in this order, by what `signature` says of them; each with its counterpart. */
export function inCommon<T>(first: readonly T[], other: readonly T[], signature: (item: T) => string): [T, T][] {
  const left = first.map(signature);
  const right = other.map(signature);
  const pairs: [T, T][] = [];
  const pair = (at: number, counterpart: number) => pairs.push([first[at] as T, other[counterpart] as T]);
  // Equal items at both ends are not compared with the rest.
  let start = 0;
  while (start < left.length && left[start] === right[start]) pair(start, start++);
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end++;
  const rows = left.slice(start, left.length - end);
  const columns = right.slice(start, right.length - end);
  const shared = sharedFrom(rows, columns);
  for (let i = 0, j = 0; i < rows.length && j < columns.length; ) {
    if (rows[i] === columns[j]) pair(start + i++, start + j++);
    else if (shared(i + 1, j) >= shared(i, j + 1)) i++;
    else j++;
  }
  for (let back = end; back > 0; back--) pair(left.length - back, right.length - back);
  return pairs;
}
