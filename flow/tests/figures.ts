import type { Coverage } from './coverage';

/** How much of something was taken. */
export interface Figure {
  readonly covered: number;
  readonly total: number;
}

/** The actions that ran, and the ways that were taken, of all there are. */
export interface Figures {
  readonly actions: Figure;
  readonly ways: Figure;
}

/** The figures of flows together. */
export function figuresOf(coverages: readonly Coverage[]): Figures {
  const actions = coverages.flatMap((coverage) => coverage.actions);
  return { actions: figure(actions), ways: figure(actions.flatMap(({ edges }) => edges)) };
}

function figure(counted: readonly { readonly count: number }[]): Figure {
  return { covered: counted.filter(({ count }) => count > 0).length, total: counted.length };
}

/** A figure in percent, rounded down to a tenth so that only all of it is 100; 100 where there is nothing to take. */
export function percentOf({ covered, total }: Figure): number {
  return total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10;
}
