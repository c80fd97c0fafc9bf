import type { ActionNode } from '../../flow';
import type { ShownRun } from '../run/run';
import type { ShownCoverage } from '../tests/coverages';
import { coverageOnPicture } from './coverageOnPicture';
import { keysIn, runsOnPicture } from './drawing';
import type { Drawn } from './drawn';
import type { Lights, RunOnPicture } from './pictureProtocol';

/** What a picture shows besides the flow. */
export interface Shining {
  /** The run that is shown, with those that have to do with it. */
  readonly runs: readonly ShownRun[];
  readonly coverage: ShownCoverage | undefined;
  /** In words, by action; undefined where the flow cannot be debugged. */
  readonly breakpoints: ReadonlyMap<ActionNode, { readonly isOn: boolean; readonly text: string }> | undefined;
}

export interface Lit extends RunOnPicture {
  readonly lights: Lights;
}

/** The lights of a picture: a run, or what tests cover, whichever is newer; and the breakpoints. */
export function litPicture(drawn: Drawn, { runs, coverage, breakpoints }: Shining): Lit {
  const isCoverage = coverage !== undefined && !runs.some(({ startedAt }) => startedAt > coverage.at);
  const { marks, taken } = isCoverage ? { marks: {}, taken: [] } : runsOnPicture(drawn, runs);
  const colors = isCoverage ? coverageOnPicture(drawn, coverage.coverage) : { nodes: {}, edges: {}, note: '' };
  const dots: Record<string, { isOn: boolean; text: string }> = {};
  const keys = keysIn(drawn);
  for (const [action, found] of breakpoints ?? []) {
    const key = keys.get(action);
    if (key !== undefined && !dots[key]?.isOn) dots[key] = found;
  }
  return { marks, taken, lights: { of: 'flow', ...colors, breakpoints: dots, canBreak: breakpoints !== undefined } };
}
