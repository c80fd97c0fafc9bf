import type { ChildRun, RunEvent } from './events';
import { countingIds, type IdSource } from './ids';
import { type RunOptions, type RunResult, runFlow } from './run/runFlow';
import type { RunInput } from './runInput';
import { silentWorld, type World } from './world/world';

/** A run from start to end, with the runs that it began. */
export interface Simulation {
  readonly events: readonly RunEvent[];
  readonly result: RunResult;
  readonly children: readonly ChildSimulation[];
  /** Runs that began and were left out, because a flow that calls itself never comes to an end. */
  readonly omitted: number;
}

export interface ChildSimulation extends Simulation {
  readonly child: ChildRun;
}

/** How many runs one simulation follows. */
const maxRuns = 50;

/** Runs a flow to its end against a world, and then the runs that it began, each in its own world. */
export function simulate(input: RunInput, world?: World, options?: RunOptions): Simulation {
  return toEnd(simulateInSteps(input, world, options));
}

/**
 * The same, event by event of the run itself. What the world answers to a question is asked when the next event is: until then whoever goes
 * through the events can still add to what it knows.
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

function toEnd(steps: Steps): Simulation {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
