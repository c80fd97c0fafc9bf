import type { ShownRun } from './run';

type Placed = Pick<ShownRun, 'id' | 'placedBy'>;

/** The run, and all runs that have to do with it: those that placed it, and those that these have placed. The run itself comes first. */
export function familyOf<R extends Placed>(run: R, all: readonly R[]): readonly R[] {
  const root = rootOf(run, all);
  return [run, ...all.filter((item) => item.id !== run.id && rootOf(item, all) === root)];
}

/** Each run that none placed, in their order, followed by those that it has placed. */
export function inFamilies<R extends Placed>(all: readonly R[]): readonly R[] {
  const below = (run: R): readonly R[] => [run, ...all.filter(({ placedBy }) => placedBy === run.id).flatMap(below)];
  return all.filter((run) => rootOf(run, all) === run.id).flatMap(below);
}

/** The id of the run that none placed; of one whose placer is forgotten its own. */
function rootOf(run: Placed, all: readonly Placed[]): string {
  const by = all.find(({ id }) => id === run.placedBy);
  return by ? rootOf(by, all) : run.id;
}
