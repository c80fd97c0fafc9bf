import type { RunEvent } from './events';
import type { ActionPlace } from './place';
import { findQuirk, type QuirkName } from './quirks';
import type { RunOptions, RunResult } from './run/runFlow';
import type { RunInput } from './runInput';
import { type Simulation, simulate } from './simulate';
import type { World } from './world/world';

/** Where a documented run and an observed run take different ways. */
export interface Parting {
  /** The run that differs: the position of its child in each run, from the outermost on. Empty for the outermost run itself. */
  readonly within: readonly number[];
  /** The last action that both execute. Undefined if they differ before the first. */
  readonly place: ActionPlace | undefined;
  /** Virtual ms at which it became the current one. */
  readonly time: number;
  /** The deviations that decided there. */
  readonly quirks: readonly QuirkName[];
  readonly documented: { readonly next: ActionPlace | undefined; readonly end: RunResult };
  readonly observed: { readonly next: ActionPlace | undefined; readonly end: RunResult };
}

export interface SemanticsComparison {
  readonly documented: Simulation;
  readonly observed: Simulation;
  /** Undefined if both, and all runs that they begin, take the same way to the same end. */
  readonly parting: Parting | undefined;
}

/** Runs a flow with both semantics, each in a new world, and finds the first place where they differ. */
export function compareSemantics(
  input: RunInput,
  makeWorld: () => World,
  options: Omit<RunOptions, 'semantics'> = {},
): SemanticsComparison {
  const documented = simulate(input, makeWorld(), { ...options, semantics: 'documented' });
  const observed = simulate(input, makeWorld(), { ...options, semantics: 'observed' });
  return { documented, observed, parting: findParting(documented, observed) };
}

interface StepOf {
  readonly place: ActionPlace | undefined;
  readonly time: number;
  readonly skipped: boolean;
  readonly quirks: QuirkName[];
}

/** The first place where two runs of a flow, one with each semantics, differ; where they do not, that of the runs that they begin. */
export function findParting(documented: Simulation, observed: Simulation): Parting | undefined {
  const own = findOwnParting(documented, observed);
  if (own) return own;
  for (const [position, child] of observed.children.entries()) {
    const other = documented.children[position];
    const inner = other && findParting(other, child);
    if (inner) return { ...inner, within: [position, ...inner.within] };
  }
  return undefined;
}

/** The same of the runs alone, without those that they begin. */
export function findOwnParting(documented: Simulation, observed: Simulation): Parting | undefined {
  const left = stepsOf(documented.events);
  const right = stepsOf(observed.events);
  const same = (a: StepOf | undefined, b: StepOf | undefined) =>
    a?.place?.index === b?.place?.index && a?.skipped === b?.skipped;
  let at = 0;
  while (at < Math.max(left.length, right.length) && same(left[at], right[at])) at++;
  const { outcome, error } = documented.result;
  if (at === left.length && at === right.length) {
    if (outcome === observed.result.outcome && error === observed.result.error) return undefined;
  }
  const last = right[at - 1];
  return {
    within: [],
    place: last?.place,
    time: last?.time ?? 0,
    quirks: reasons(last).length > 0 ? reasons(last) : reasons(left[at - 1]),
    documented: { next: left[at]?.place, end: documented.result },
    observed: { next: right[at]?.place, end: observed.result },
  };
}

/** Only deviations that the two semantics switch differently can be the reason. */
function reasons(step: StepOf | undefined): QuirkName[] {
  return [...new Set(step?.quirks)].filter((name) => findQuirk(name)?.deviates);
}

function stepsOf(events: readonly RunEvent[]): StepOf[] {
  const steps: StepOf[] = [];
  for (const event of events) {
    if (event.type === 'quirk') steps.at(-1)?.quirks.push(event.quirk);
    if (event.type !== 'action') continue;
    steps.push({ place: event.place, time: event.time, skipped: event.skipped, quirks: [] });
  }
  return steps;
}
