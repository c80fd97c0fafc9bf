/** How far a list of expectations was met by what happened, each by something after what met the one before. */
export interface Matching {
  /** The expectation that nothing meets; undefined where all are met. */
  readonly missing: number | undefined;
  /** What met each, as positions in what happened. */
  readonly met: readonly number[];
}

/**
 * Meets each expectation by the first thing that fits it: where that does not do, nothing else does. `fitting` is asked once for each expectation: what
 * fits it?
 */
export function matchInOrder<E, T>(
  expected: readonly E[],
  happened: readonly T[],
  fitting: (expected: E) => (happened: T) => boolean,
): Matching {
  const met: number[] = [];
  for (const [position, wanted] of expected.entries()) {
    const fits = fitting(wanted);
    let found = (met.at(-1) ?? -1) + 1;
    for (; found < happened.length; found++) if (fits(happened[found] as T)) break;
    if (found >= happened.length) return { missing: position, met };
    met.push(found);
  }
  return { missing: undefined, met };
}
