/** How far a list of expectations was met by what happened, each by something after what met the one before. */
export interface Matching {
  /** The expectation that nothing meets; undefined where all are met. */
  readonly missing: number | undefined;
  /** What met each, as positions in what happened. */
  readonly met: readonly number[];
}

/** Meets each expectation by the first thing that fits it: where that does not do, nothing else does. */
export function matchInOrder<E, T>(
  expected: readonly E[],
  happened: readonly T[],
  fits: (expected: E, happened: T) => boolean,
): Matching {
  const met: number[] = [];
  for (const [position, wanted] of expected.entries()) {
    const from = (met.at(-1) ?? -1) + 1;
    const found = happened.slice(from).findIndex((what) => fits(wanted, what));
    if (found < 0) return { missing: position, met };
    met.push(from + found);
  }
  return { missing: undefined, met };
}
