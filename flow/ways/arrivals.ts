import { pathOf } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import {
  type RunEvent,
  type RunInput,
  type Semantics,
  type Simulation,
  scriptedWorld,
  simulate,
  type WorldScript,
} from '../simulator';

/** How one run passes an action. */
export interface Passed {
  readonly arrivals: readonly Arrival[];
  /** How often it executes the action. */
  readonly rounds: number;
  /** It ends because its executions are used up. */
  readonly isSpent: boolean;
  /** It executes the action until its end: again among as many executions as the list has actions. */
  readonly isLast: boolean;
}

/** What a run has come to when it executes an action. */
export interface Arrival {
  readonly values: ReadonlyMap<string, string>;
  /** The variables that a `branch` has emptied since they were set. */
  readonly emptied: ReadonlySet<string>;
  /** The last party that was called answered. */
  readonly answered: boolean;
  /** A `branch` has led to one of its cases before. */
  readonly branched: boolean;
  /** The next action of the list follows. */
  readonly goesOn: boolean;
}

/** How the runs of a flow, and of the calls that it places, pass an action in a world. */
export function arrivalsAt(
  model: FlowModel,
  input: RunInput,
  world: WorldScript,
  semantics: Semantics,
  action: ActionNode,
): readonly Passed[] {
  const variables = { ...input.variables, ...world.variables };
  const whole = simulate({ ...input, variables }, scriptedWorld(world), { semantics });
  const runs = (simulation: Simulation): readonly Simulation[] => [simulation, ...simulation.children.flatMap(runs)];
  return runs(whole).map(({ events, result }) => passedBy(events, result.error === 'budget', action, model));
}

function passedBy(events: readonly RunEvent[], isSpent: boolean, action: ActionNode, model: FlowModel): Passed {
  const here = pathOf(action.node).join(' ');
  const below = action.scope.actions[action.order + 1];
  const next = below && pathOf(below.node).join(' ');
  const isOf = (event: RunEvent, path: string | undefined) => event.place?.path?.join(' ') === path;
  const values = new Map<string, string>();
  const emptied = new Set<string>();
  const arrivals: Arrival[] = [];
  let answered = false;
  let branched = false;
  let executed = 0;
  let last = 0;
  let arrival: Omit<Arrival, 'goesOn'> | undefined;
  const leave = (goesOn: boolean) => {
    if (arrival) arrivals.push({ ...arrival, goesOn });
    arrival = undefined;
  };
  for (const event of events) {
    if (event.type === 'start') for (const [name, value] of Object.entries(event.variables)) values.set(name, value);
    else if (event.type === 'variable') {
      values.set(event.name, event.value ?? '');
      if (event.by === 'branch') emptied.add(event.name);
      else emptied.delete(event.name);
    } else if (event.type === 'leg') answered ||= event.leg.status === 'answered';
    else if (event.type === 'jump') branched ||= event.edge === 'branch-case' || event.edge === 'branch-default';
    else if (event.type === 'action') {
      leave(isOf(event, next));
      executed++;
      if (event.action === 'connect') answered = false;
      if (!isOf(event, here)) continue;
      last = executed;
      arrival = { values: new Map(values), emptied: new Set(emptied), answered, branched };
    }
  }
  leave(false);
  return { arrivals, rounds: arrivals.length, isSpent, isLast: last > 0 && executed - last <= model.actions.length };
}
