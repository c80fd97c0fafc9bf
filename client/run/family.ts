import type { ShownRun } from './run';

type Placed = Pick<ShownRun, 'id' | 'placedBy' | 'groupcall'>;

/** The run, and all runs that belong to it: those that placed it, those that these have placed, and the calls of one group call. The run itself comes first. */
export function familyOf<R extends Placed>(run: R, all: readonly R[]): readonly R[] {
  const root = rootOf(run, all);
  return [run, ...all.filter((item) => item.id !== run.id && rootOf(item, all) === root)];
}

/** Each run that none placed, in their order, followed by those that it has placed. */
export function inFamilies<R extends Placed>(all: readonly R[]): readonly R[] {
  const below = (run: R): readonly R[] => [run, ...all.filter(({ placedBy }) => placedBy === run.id).flatMap(below)];
  return all.filter((run) => placerOf(run, all) === undefined).flatMap(below);
}

const placerOf = <R extends Placed>(run: R, all: readonly R[]) => all.find(({ id }) => id === run.placedBy);

/** The id of the run that no run placed, or of its group call. A run whose placer is forgotten is such a run. */
function rootOf(run: Placed, all: readonly Placed[]): string {
  const by = placerOf(run, all);
  return by ? rootOf(by, all) : (run.groupcall ?? run.id);
}
