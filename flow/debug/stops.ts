import { findQuirk, type RunEvent } from '../simulator';
import { type Condition, logText } from './condition';
import { earlier } from './earlier';
import { keyInSession } from './listing';
import type { Happened, Machine } from './machine';
import { tell } from './tell';

/** What is common to the breakpoints on actions and on variables. */
interface Breakpoint {
  readonly id: number;
  readonly condition: Condition | undefined;
  readonly hits: ((count: number) => boolean) | undefined;
}

export interface ActionBreakpoint extends Breakpoint {
  /** As `actionKey` gives it. */
  readonly key: string;
  /** It writes this instead of stopping. */
  readonly log: string | undefined;
}

/** Stops when a variable is written. */
export interface VariableBreakpoint extends Breakpoint {
  readonly name: string;
}

/** What a session can stop at besides breakpoints, as debuggers do at exceptions. */
export const filters = [
  {
    filter: 'stopped',
    label: 'Flow Is Stopped by an Error',
    description: 'Stops where the engine ends the flow because of an error.',
    default: true,
  },
  {
    filter: 'failed',
    label: 'Action Is Skipped or Fails',
    description: 'Stops after an action that has no effect.',
    default: false,
  },
  {
    filter: 'deviation',
    label: 'Documentation and Engine Differ',
    description: "Stops where VoIPbin's engine does something other than its documentation says.",
    default: false,
  },
  {
    filter: 'assumed',
    label: 'Something Is Assumed',
    description: 'Stops where neither you nor the world answers, and the simulator assumes something.',
    default: false,
  },
  {
    filter: 'end',
    label: 'Flow Ends',
    description: 'Stops at every end, so that you can step back from it.',
    default: false,
  },
] as const;

export type Filter = (typeof filters)[number]['filter'];

export interface Breaks {
  readonly actions: readonly ActionBreakpoint[];
  readonly variables: readonly VariableBreakpoint[];
  readonly filters: ReadonlySet<string>;
}

export type StopReason = 'entry' | 'step' | 'breakpoint' | 'data breakpoint' | 'exception' | 'pause' | 'goto';

export interface Stop {
  readonly reason: StopReason;
  readonly thread: number;
  /** For `exception`: which filter, and what happened. */
  readonly filter?: Filter | undefined;
  readonly text?: string | undefined;
  readonly breakpoints?: readonly number[] | undefined;
}

/** How far a session runs when nothing else stops it. */
export type Plan =
  | { readonly kind: 'continue' }
  /** To the first action of all. */
  | { readonly kind: 'entry' }
  | {
      readonly kind: 'over' | 'in' | 'out' | 'goto';
      /** The id of the run that steps. */
      readonly thread: number;
      /** How many lists are around the action where it begins. */
      readonly depth: number;
      /** How many runs there were when it began. */
      readonly runs: number;
    };

/** Why a plan is done with what happened; undefined when it is not. */
export function planEnds(plan: Plan, { thread, event }: Happened): StopReason | undefined {
  if (plan.kind === 'continue' || event.type !== 'action') return undefined;
  if (plan.kind === 'entry') return 'entry';
  const depth = event.stack.length;
  if (thread.id === plan.thread) {
    if (plan.kind === 'goto') return 'goto';
    const isThere = plan.kind === 'in' || depth <= plan.depth - (plan.kind === 'out' ? 1 : 0);
    return isThere ? 'step' : undefined;
  }
  // What follows the end of a run is its next action; the flow of a call is one when it is stepped into.
  const isNext = thread.parent?.id === plan.thread && thread.id > plan.runs;
  return isNext && (plan.kind === 'in' || thread.child?.cause !== 'call') ? 'step' : undefined;
}

/** What the breakpoints make of the last that happened: the stop, if there is one, and what log points write. */
export function breakAt(breaks: Breaks, machine: Machine): { stop: Stop | undefined; logs: readonly string[] } {
  const { happened } = machine;
  const last = happened.at(-1);
  if (!last) return { stop: undefined, logs: [] };
  const { thread, event } = last;
  const lookup = (name: string) => thread.run.variables.get(name);
  const holds = ({ condition, hits }: Breakpoint, isSame: (event: RunEvent) => boolean) => {
    if (condition && !condition(lookup)) return false;
    if (!hits) return true;
    if (!condition) return hits(happened.filter((before) => isSame(before.event)).length);
    let met = 1;
    for (const before of earlier(machine)) if (isSame(before.event) && condition(before.lookup)) met++;
    return hits(met);
  };
  const where = { thread: thread.id };
  if (event.type === 'action' && event.place) {
    const key = keyInSession(event.place);
    const isSame = (other: RunEvent) => other.type === 'action' && !!other.place && keyInSession(other.place) === key;
    const met = breaks.actions.filter((breakpoint) => breakpoint.key === key && holds(breakpoint, isSame));
    const logs = met.flatMap(({ log }) => (log === undefined ? [] : [logText(log, lookup)]));
    const stopping = met.filter(({ log }) => log === undefined).map(({ id }) => id);
    const stop: Stop = { ...where, reason: 'breakpoint', breakpoints: stopping };
    return { stop: stopping.length > 0 ? stop : undefined, logs };
  }
  if (event.type === 'variable') {
    const { name, previous, value } = event;
    const isSame = (other: RunEvent) => other.type === 'variable' && other.name === name;
    const met = breaks.variables
      .filter((breakpoint) => breakpoint.name === name && holds(breakpoint, isSame))
      .map(({ id }) => id);
    const text = `${name}: ${describeValue(previous)} → ${describeValue(value)}`;
    const stop: Stop = { ...where, reason: 'data breakpoint', breakpoints: met, text };
    return { stop: met.length > 0 ? stop : undefined, logs: [] };
  }
  const filter = filtersOf(event).find((filter) => breaks.filters.has(filter));
  const stop: Stop | undefined = filter && { ...where, reason: 'exception', filter, text: tell(event) };
  return { stop, logs: [] };
}

const describeValue = (value: string | undefined) => (value === undefined ? 'not set' : JSON.stringify(value));

/** The filters that an event is for. */
function filtersOf(event: RunEvent): readonly Filter[] {
  switch (event.type) {
    case 'end':
      return event.outcome === 'stopped' || event.outcome === 'refused' ? ['stopped', 'end'] : ['end'];
    case 'action-end':
      // Without a reason of its own, an action that fails takes the flow with it.
      return event.result !== 'done' && event.reason !== undefined ? ['failed'] : [];
    case 'quirk': {
      const quirk = findQuirk(event.quirk);
      return quirk?.deviates || quirk?.suspected ? ['deviation'] : [];
    }
    case 'assumed':
      return ['assumed'];
    default:
      return [];
  }
}
