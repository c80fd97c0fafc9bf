import type { Semantics } from '../catalog/semantics';
import { toEnd } from '../collections/toEnd';
import { inputIn, type RunInput, scriptedWorld, simulate, startRun, type WorldScript } from '../simulator';
import { countingIds } from '../simulator/ids';
import { isBudgetSpent } from '../simulator/run/executionLimit';
import { dives } from './dives';
import type { End, Exploration } from './exploration';
import { createFindings, endId, type FirstReach, placeOfEnd } from './findings';
import { situationOf } from './keptRun';
import { outsideOf } from './outside';
import { type Budget, createPoints, lastStep, type RunPoint, spend, type Transition } from './points';
import { hasOpenTimes, timed } from './timed';
import { type Way, wayOn } from './way';

export interface ExploreOptions {
  /** `observed` when absent. */
  readonly semantics?: Semantics;
  /** What is known of the outside; nothing else is tried in its place. */
  readonly world?: WorldScript;
  /** How many states are looked at before the rest is left out; 100 000 when absent. */
  readonly maxStates?: number;
  /** Nothing outside gives the flow variables: it runs in a call that another flow places. */
  readonly isPlaced?: boolean;
  /** A clock, and how many ms of it may pass; no bound when absent. What is found then depends on the speed of the machine. */
  readonly time?: { readonly now: () => number; readonly most: number };
  /** The action whose executions in one call are counted, by the index of its place. */
  readonly countOf?: string;
}

/** A call after a certain number of executions, with all ways that lead there. */
interface Reached {
  readonly budget: Budget;
  /** The shortest of the ways as people call, and the one that takes the least time; undefined before the first action. */
  way: Way | undefined;
  fastest: Way | undefined;
  ways: number;
  longest: number;
  /** The most executions of the counted action on one of the ways. */
  count: number;
}

/** A call at a certain point. */
interface State extends Reached {
  readonly point: RunPoint;
}

const defaultStates = 100_000;
/** So many actions are run at least to find some ends where not every state is looked at. */
const fewestRuns = 500;
/** Of the time, what is left for single calls where not every state can be looked at. */
const shareOfDives = 0.2;
/** So many steps are taken before others have their turn. */
const maxTaken = 2048;

/** Everything that calls of a flow can come to. See {@link exploring}, which can be stopped and cut in slices. */
export const explore = (input: RunInput, options: ExploreOptions = {}): Exploration => toEnd(exploring(input, options));

/**
 * Explores a flow with the real simulator: layer by layer, one executed action each, in every way that makes a difference. Points from which
 * a call can only go on in the same ways are run through once. Yields the number of states from time to time; its driver may stop.
 *
 * Deterministic. Time grows with the states, not with the ways; a run has a budget of executions, so the layers end.
 */
export function* exploring(input: RunInput, options: ExploreOptions = {}): Generator<number, Exploration, void> {
  const { semantics = 'observed', world = {}, maxStates = defaultStates, isPlaced = false, time, countOf } = options;
  const began = time?.now() ?? 0;
  const hasPassed = (share: number) => time !== undefined && time.now() >= began + share * time.most;
  const isTimeUp = () => hasPassed(1 - shareOfDives);
  const outside = outsideOf(world, isPlaced);
  const points = createPoints(outside, world, maxStates);
  const run = startRun(inputIn(input, world), { semantics, ids: countingIds() });
  // By the documented budget not the executions count, but those since the last wait, and the waits.
  const countsCycles = !run.quirks['budget-101-actions'];
  let layer = new Map<string | number, State>();
  let states = 0;
  let most = 0;
  let taken = 0;

  const reach = (from: Reached, step: Transition): Reached & FirstReach => {
    const { record, effects, end, at } = step;
    const way = wayOn(from.way, record);
    const fastest = from.fastest === from.way ? way : wayOn(from.fastest, record);
    const budget = spend(from.budget, step);
    const longest = from.longest + record.duration;
    const count = from.count + (effects.visits.some(({ index }) => index === countOf) ? 1 : 0);
    const arrival = { way, fastest, ways: from.ways, longest, used: budget.used };
    findings.step(effects, arrival);
    if (end) findings.end(end, at, arrival);
    most = Math.max(most, count);
    return { budget, count, ...arrival };
  };

  const take = (from: Reached, step: Transition, into: Map<string | number, State>): void => {
    const reached = reach(from, step);
    if (step.to && !step.end) join(into, { point: step.to, ...reached }, countsCycles);
  };

  /** Where not every state can be looked at, single calls are followed to their ends. */
  const cutOff = function* (bound: 'states' | 'time' = 'states'): Generator<number, Exploration, void> {
    const bounds = { most: Math.max(fewestRuns, maxStates / 10), isTimeUp: () => hasPassed(1) };
    const going = dives(run, world, outside, bounds, start, (from: Reached, step) => {
      const before = findings.size;
      const reached = reach(from, step);
      return { reached, isNew: findings.size > before };
    });
    for (let step = going.next(); !step.done; step = going.next()) yield states;
    return yield* result(bound);
  };

  const result = function* (leftOut?: Exploration['leftOut']): Generator<number, Exploration, void> {
    const found = findings.result();
    let step = found.next();
    for (; !step.done; step = found.next()) yield states;
    const complete = leftOut === undefined;
    return {
      semantics,
      states,
      complete,
      ...(leftOut && { leftOut }),
      ...(countOf === undefined ? {} : { most }),
      ...step.value,
    };
  };

  const start: Reached = {
    budget: { used: 0, inCycle: 0, resumes: 0 },
    way: undefined,
    fastest: undefined,
    ways: 1,
    longest: 0,
    count: 0,
  };
  const paused = function* <T>(going: Generator<void, T, void>): Generator<number, T | undefined, void> {
    let step = going.next();
    for (; !step.done; step = going.next()) {
      yield states;
      if (isTimeUp()) return undefined;
    }
    return step.value;
  };
  const begun = yield* paused(points.firstSteps(run));
  const firstSteps = begun ?? [];
  const hasOpen = firstSteps.some(({ to }) => to?.kept && hasOpenTimes(outside.actionsOf(situationOf(to.kept).run)));
  const findings = createFindings(world, hasOpen ? (steps) => timed(steps, world, input, semantics) : undefined);
  if (!begun) return yield* cutOff('time');
  for (const step of firstSteps) take(start, step, layer);
  while (layer.size > 0) {
    const next = new Map<string | number, State>();
    for (const state of layer.values()) {
      if (states >= maxStates) return yield* cutOff();
      const isSpent = isBudgetSpent({ quirks: run.quirks, ...state.budget });
      const steps = isSpent
        ? [lastStep(state.point, state.budget, run.quirks)]
        : yield* paused(points.steps(state.point));
      if (!steps) return yield* cutOff('time');
      for (const step of steps) take(state, step, next);
      states++;
      if (points.isSpent) return yield* cutOff();
      taken += steps.length;
      if (states % 256 !== 0 && taken < maxTaken) continue;
      taken = 0;
      yield states;
      if (isTimeUp()) return yield* cutOff('time');
    }
    layer = next;
  }
  const found = points.leftOut === 'states' ? yield* cutOff() : yield* result(points.leftOut);
  return points.isRough ? { ...found, ends: found.ends.filter((end) => isShown(input, end, semantics)) } : found;
}

/** Whether the world of an end leads there. */
function isShown(input: RunInput, { id, shortest }: End, semantics: Semantics): boolean {
  const { world } = shortest;
  const { events, result } = simulate(inputIn(input, world), scriptedWorld(world), { semantics });
  const last = events.at(-1);
  return last?.type === 'end' && endId(result, placeOfEnd(result, last)) === id;
}

/** A state that is reached in one more way is looked at once all the same. */
function join(layer: Map<string | number, State>, state: State, countsCycles: boolean): void {
  const { point, budget } = state;
  const key = countsCycles ? `${point.number} ${budget.inCycle} ${budget.resumes}` : point.number;
  const known = layer.get(key);
  if (!known) {
    layer.set(key, state);
    return;
  }
  known.ways = Math.min(Number.MAX_SAFE_INTEGER, known.ways + state.ways);
  known.longest = Math.max(known.longest, state.longest);
  known.count = Math.max(known.count, state.count);
  if ((state.way?.cost ?? 0) < (known.way?.cost ?? 0)) known.way = state.way;
  if ((state.fastest?.time ?? 0) < (known.fastest?.time ?? 0)) known.fastest = state.fastest;
}
