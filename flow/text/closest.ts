/**
 * The candidate that a misspelt word most likely means; undefined when none is near. Upper and lower case make no difference.
 *
 * A word may differ in a third of its letters (never all of them) or in `limit`; two swapped neighbours count as one difference.
 * Of equally near candidates the first wins, so the order of the list matters.
 */
export function closest(word: string, candidates: Iterable<string>, limit?: number): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let allowed = limit ?? Math.floor(wanted.length / 3);
  for (const candidate of candidates) {
    const distance = distanceWithin(wanted, candidate.toLowerCase(), allowed);
    if (distance === undefined) continue;
    best = candidate;
    if (distance === 0) break;
    // From here on only a nearer one is of interest.
    allowed = distance - 1;
  }
  return best;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours between two texts (Damerau–Levenshtein); undefined beyond `limit`.
 *
 * Of the table of distances only a band along its diagonal is worked out: beyond it all are over the limit.
 */
function distanceWithin(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  if (a === b || limit === 0) return a === b ? 0 : undefined;
  const beyond = limit + 1;
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= Math.min(b.length, limit); j++) last[j] = j;
  let lastLeast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [];
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    let least = i <= limit ? i : beyond;
    if (i <= limit) row[0] = i;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? beyond) + 1,
        (row[j - 1] ?? beyond) + 1,
        (last[j - 1] ?? beyond) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? beyond) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap reaches back two rows; both have to be beyond the limit.
    if (least > limit && lastLeast > limit) return undefined;
    lastLeast = least;
    beforeLast = last;
    last = row;
  }
  const distance = last[b.length] ?? beyond;
  return distance <= limit ? distance : undefined;
}
