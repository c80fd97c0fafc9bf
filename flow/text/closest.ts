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

/** Insertions, deletions, replacements and swaps of neighbours between two texts (Damerau–Levenshtein); undefined beyond `limit`. */
function distanceWithin(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows; both have to be beyond the limit.
    if (least > limit && Math.min(...last) > limit) return undefined;
    beforeLast = last;
    last = row;
  }
  const distance = at(last, b.length);
  return distance <= limit ? distance : undefined;
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;
