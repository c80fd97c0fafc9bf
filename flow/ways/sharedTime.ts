import type { ExploreOptions } from '../explore';

type Time = NonNullable<ExploreOptions['time']>;

/** The time for several explorations, one after the other: each gets its part of what is left. */
export interface SharedTime {
  /** There are more of them than was known; fewer if it is negative. */
  add(count: number): void;
  /** The time of the next one. */
  next(): Time;
  readonly isUp: boolean;
}

/** The part of one that is not the last. */
const half = 0.5;

/** Shares the time among so many explorations. */
export function sharedTime({ now, most }: Time, count: number): SharedTime {
  const until = now() + most;
  let left = count;
  return {
    add(more) {
      left += more;
    },
    next() {
      // Most lists are small: one that is not can take half of what is left.
      const share = left < 2 ? 1 : half;
      left--;
      return { now, most: share * Math.max(0, until - now()) };
    },
    get isUp() {
      return now() >= until;
    },
  };
}
