import type { Semantics } from '../catalog/semantics';
import { digitsVariable } from '../catalog/variables';
import { jumpName } from '../explore';
import { documentPlace } from '../explore/trial';
import type { ActionNode } from '../model/flowModel';
import {
  type ActionPlace,
  inputIn,
  type RunError,
  type RunInput,
  type Simulation,
  scriptedWorld,
  simulate,
  type WorldScript,
} from '../simulator';
import { isAt } from './wayAt';

/** How one run passes an action. */
export interface Passed {
  readonly arrivals: readonly Arrival[];
  /** It ends because its executions are used up. */
  readonly isSpent: boolean;
  /** It executes the action until its end: again among as many executions as the list has actions. */
  readonly isLast: boolean;
  /** The last action of the document that it executes. */
  readonly last: ActionPlace | undefined;
  /** The engine stops it at the action by an error: because of a jump, or for another reason. */
  readonly stopped: { readonly error: RunError | null; readonly jump: string | undefined } | undefined;
}

/** What a run has come to when it executes an action. */
export interface Arrival {
  readonly values: ReadonlyMap<string, string>;
  /** What the variables in its texts are replaced with: in a new call the values of the flow around, when that placed it. */
  readonly texts: ReadonlyMap<string, string>;
  /** The variables that a `branch` has emptied since they were set. */
  readonly emptied: ReadonlySet<string>;
  /** The stored digits are those of a `digits_receive`. */
  readonly hasReceived: boolean;
  /** Whether a party of the `connect` directly before answered; undefined where none is before. */
  readonly answered: boolean | undefined;
  /** It came from a `branch`, and since then from one action to the one below. */
  readonly inArm: boolean;
  readonly skipped: boolean;
  /** By which edge it is left; `next` only where the next action of the list follows. */
  readonly left: string | undefined;
}

/** How the runs of a flow, and of the calls that it places, pass an action in a world. */
export function arrivalsAt(
  input: RunInput,
  world: WorldScript,
  semantics: Semantics,
  action: ActionNode,
): readonly Passed[] {
  const whole = simulate(inputIn(input, world), scriptedWorld(world), { semantics });
  const passed = (run: Simulation, around?: Values): readonly Passed[] => {
    const { placed, ...own } = passedBy(run, action, around);
    return [own, ...run.children.flatMap((child, at) => passed(child, placed[at]))];
  };
  return passed(whole);
}

type Values = ReadonlyMap<string, string>;

/** `around` are the values that the texts of the run have, if not its own; `placed` are those for each of its children. */
function passedBy(
  { events, result }: Simulation,
  action: ActionNode,
  around: Values | undefined,
): Passed & { readonly placed: readonly Values[] } {
  const below = action.scope.actions[action.order + 1];
  const values = new Map<string, string>();
  const emptied = new Set<string>();
  const arrivals: Arrival[] = [];
  const placed: Values[] = [];
  /** The types of the action that runs, and of the last one of the document. */
  let running: string | undefined;
  let written: string | undefined;
  let answered = false;
  let inArm = false;
  let hasReceived = false;
  let failed: string | undefined;
  let executed = 0;
  let latest = 0;
  let last: ActionPlace | undefined;
  let arrival: Arrival | undefined;
  const leave = (left: string | undefined) => {
    if (arrival) arrivals.push({ ...arrival, left });
    arrival = undefined;
  };
  for (const event of events) {
    if (event.type === 'start') for (const [name, value] of Object.entries(event.variables)) values.set(name, value);
    else if (event.type === 'variable') {
      values.set(event.name, event.value ?? '');
      if (event.by === 'branch') emptied.add(event.name);
      else emptied.delete(event.name);
      if (event.name === digitsVariable) hasReceived = event.by === 'key' && running === 'digits_receive';
    } else if (event.type === 'child') placed.push(around ?? new Map(values));
    else if (event.type === 'leg') answered ||= event.leg.status === 'answered';
    else if (event.type === 'jump') {
      if (!event.to.path) continue;
      inArm = event.edge === 'branch-case' || event.edge === 'branch-default';
      leave(jumpName(event));
    } else if (event.type === 'action-end') failed = event.jump && jumpName(event.jump);
    else if (event.type === 'action') {
      executed++;
      running = event.action;
      if (!event.place?.path) continue;
      const connected = written === 'connect' ? answered : undefined;
      if (event.action === 'connect') answered = false;
      written = event.action;
      leave(below && isAt(event.place, below) ? 'next' : undefined);
      last = event.place;
      if (!isAt(last, action)) continue;
      latest = executed;
      const [copied, gone] = [new Map(values), new Set(emptied)];
      const { skipped } = event;
      arrival = {
        values: copied,
        texts: around ?? copied,
        emptied: gone,
        hasReceived,
        answered: connected,
        inArm,
        skipped,
        left: undefined,
      };
    }
  }
  leave(undefined);
  const end = events.at(-1);
  const isStopped = result.outcome === 'stopped' && end !== undefined && isAt(documentPlace(end), action);
  return {
    placed,
    arrivals,
    isSpent: result.error === 'budget',
    isLast: latest > 0 && executed - latest <= action.scope.actions.length,
    last,
    stopped: isStopped ? { error: result.error, jump: failed } : undefined,
  };
}
