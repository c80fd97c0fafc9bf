import { toEnd } from '../collections/toEnd';
import type { ChildRun, RunEvent } from './events';
import { countingIds, type IdSource } from './ids';
import { type RunOptions, type RunResult, runFlow } from './run/runFlow';
import type { RunInput } from './runInput';
import { silentWorld, type World } from './world/world';

/** A run from start to end, with the runs that it started. */
export interface Simulation {
  readonly events: readonly RunEvent[];
  readonly result: RunResult;
  readonly children: readonly ChildSimulation[];
  /** How many started runs were not followed: a flow that calls itself would never end. */
  readonly omitted: number;
}

export interface ChildSimulation extends Simulation {
  readonly child: ChildRun;
}

/** How many runs one simulation follows. */
const maxRuns = 50;

/** Runs a flow to its end in a world, and then the runs that it started, each in its own world. */
export function simulate(input: RunInput, world?: World, options?: RunOptions): Simulation {
  return toEnd(simulateInSteps(input, world, options));
}

/**
 * The same, with each event of the run. The world is asked for an answer only when the next event is requested, so the caller can still add to the
 * world after a question.
 */
export function simulateInSteps(input: RunInput, world: World = silentWorld, options: RunOptions = {}): Steps {
  const ids = options.ids ?? countingIds();
  return simulateOne(input, world, { ...options, ids, stored: new WeakMap() }, { left: maxRuns });
}

type Steps = Generator<RunEvent, Simulation, void>;

function* simulateOne(
  input: RunInput,
  world: World,
  options: RunOptions & { readonly ids: IdSource },
  runs: { left: number },
): Steps {
  runs.left--;
  const events: RunEvent[] = [];
  const began: ChildRun[] = [];
  const run = runFlow(input, options);
  let step = run.next();
  while (!step.done) {
    const event = step.value;
    events.push(event);
    if (event.type === 'child') began.push(event.child);
    yield event;
    step = run.next(event.type === 'question' ? world.answer(event.question, event) : undefined);
  }
  const result = step.value;
  const children: ChildSimulation[] = [];
  for (const child of began) {
    if (runs.left <= 0) break;
    const endsAt = child.chained ? { endsAt: result.endedAt } : {};
    const own = world.child?.(child) ?? world;
    children.push({ child, ...toEnd(simulateOne({ ...child.input, ...endsAt }, own, options, runs)) });
  }
  return { events, result, children, omitted: began.length - children.length };
}
