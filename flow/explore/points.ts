import { digitsVariable } from '../catalog/variables';
import { type RunEnd, runAction, type WorldScript } from '../simulator';
import { budgetEnd, nextPosition } from '../simulator/run/advance';
import { begin } from '../simulator/run/begin';
import type { Run } from '../simulator/run/run';
import { actionAt } from '../simulator/stack/stackMap';
import { newMemory } from '../simulator/world/happenings';
import { digest } from './digest';
import { type Effects, effectsOf, type Standing, standing } from './effects';
import type { Exploration } from './exploration';
import { interned } from './interned';
import { type Kept, keep, type Situation, situationOf } from './keptRun';
import { readsIn } from './optionReading';
import type { Outside } from './outside';
import { stateKey } from './stateKey';
import { type StepRecord, type Trial, trials } from './trial';

/** A run between two actions, whatever it has executed so far: from here it can go on in these ways and no others. */
export interface RunPoint {
  readonly number: number;
  /** Where the run stands. */
  readonly at: Standing;
  /** Undefined once the ways on from it are known. */
  kept: Kept | undefined;
  steps: readonly Transition[] | undefined;
}

/** One way from a point to the next. */
export interface Transition {
  readonly record: StepRecord;
  readonly effects: Effects;
  readonly end: RunEnd | undefined;
  /** Where it stands then. */
  readonly at: Standing;
  /** Undefined where it ends, or where no further point is kept. */
  readonly to: RunPoint | undefined;
  /** Executions. */
  readonly used: number;
  /** Executions since the last wait: in all where it waited, else those that were added. */
  readonly inCycle: number;
  readonly resumes: number;
}

/** The ways on from a point, found with breaks in between. */
type Steps = Generator<void, readonly Transition[], void>;

/** What a budget is counted by. */
export interface Budget {
  readonly used: number;
  readonly inCycle: number;
  readonly resumes: number;
}

export function spend(budget: Budget, step: Transition): Budget {
  return {
    used: budget.used + step.used,
    inCycle: step.resumes > 0 ? step.inCycle : budget.inCycle + step.inCycle,
    resumes: budget.resumes + step.resumes,
  };
}

/**
 * While a date still decides something, points are told apart by their time; a loop with many ways through it would give one for each sum of
 * their durations, so beyond this many it counts only what the conditions say of the time.
 */
const maxExactPoints = 2000;

/** So many ways on from one point are tried. One action can compare several variables with one another, which gives the product of their values. */
const maxWays = 10_000;

/** Events of an action, and variables that it reads; one with more counts as several. */
const usualWork = 50;

/** After so much work others have their turn: an action with many parties has thousands of events, and one can read many variables. */
const maxWork = 500;

/** How often actions are run for each point that may be kept: it has several ways on. */
const runsPerPoint = 10;

/** Points take no more bytes on average, for each state that may be looked at. */
const usualSize = 1500;

/** About how many bytes one way on takes, and what it says of a party. */
const bytes = { step: 200, party: 100 };

/**
 * Points, each run through once: what comes from them does not depend on how much of the budget is used. At most `most` of them are kept, and the
 * fewer the larger they are: of more no state would be looked at.
 */
export function createPoints(outside: Outside, world: WorldScript, most: number) {
  const byKey = new Map<string, RunPoint>();
  /** The steps on which a key is pressed, by all that points differ in but the stored digits. */
  const pressed = new Map<string, readonly Transition[]>();
  const share = interned();
  const maxRuns = runsPerPoint * most;

  let isPartial = false;
  let isTimed = false;
  let isCut = false;
  let isFull = false;
  let lacksAgents = false;
  let runs = 0;
  let size = 0;

  const isExact = () => byKey.size < maxExactPoints;
  const isRough = () => isTimed && byKey.size > maxExactPoints;

  const pointOf = (situation: Situation, at: Standing, from: Kept, live: Situation): RunPoint | undefined => {
    const { run, facts } = situation;
    const key = digest(stateKey(run, facts, outside, isExact()));
    isTimed ||= facts.start !== undefined;
    isPartial ||= facts.start !== undefined && (outside.timesFor(run)?.isPartial ?? false);
    const known = byKey.get(key);
    if (known) return known;
    isCut ||= outside.lacksConstants(run);
    isFull ||= byKey.size >= most || size >= usualSize * most;
    if (isFull) return undefined;
    const kept = keep(situation, { kept: from, live });
    size += kept.size;
    const point: RunPoint = { number: byKey.size, at, kept, steps: undefined };
    byKey.set(key, point);
    return point;
  };

  const stepOf = (from: Kept, live: Situation, trial: Trial): Transition => {
    const step = transitionOf(live.run, trial);
    lacksAgents ||= trial.leavesOut === 'agents';
    size += bytes.step + bytes.party * trial.record.callees.length;
    return {
      ...step,
      record: share.record(step.record),
      effects: share.effects(step.effects),
      end: step.end && share.end(step.end),
      at: share.standing(step.at),
      to: step.end ? undefined : pointOf(trial, share.standing(step.at), from, live),
    };
  };

  function* from(kept: Kept, live: Situation, script: typeof runAction, keys: boolean): Steps {
    const found: Transition[] = [];
    const typed = new Set<StepRecord>();
    let work = 0;
    for (const trial of trials(live.run, live.facts, script, outside, { keys, most: maxWays + 1 })) {
      if (found.length === maxWays) isCut = true;
      if (found.length === maxWays || runs >= maxRuns) return found;
      const step = stepOf(kept, live, trial);
      // What is typed beyond the keys that are taken makes no difference.
      const isKnown = step.record.typed !== undefined && typed.has(step.record);
      if (!isKnown) found.push(step);
      if (step.record.typed !== undefined) typed.add(step.record);
      const done = trial.events.length + trial.record.learned.length;
      runs += 1 + Math.floor(done / usualWork);
      work += done;
      if (work < maxWork) continue;
      work = 0;
      yield;
    }
    return found;
  }

  /** A key takes the place of what is stored, whatever that was: of the points that differ in it alone, keys are pressed at the first. */
  function* stepsOf(kept: Kept): Steps {
    const live = situationOf(kept);
    const { run, facts } = live;
    const key = readsDigits(run) ? undefined : digest(stateKey(run, facts, outside, isExact(), digitsVariable));
    const known = key === undefined ? undefined : pressed.get(key);
    const own = yield* from(kept, live, runAction, known === undefined);
    if (known) return [...own, ...known];
    const withKeys = own.filter(({ record }) => record.pressed);
    if (key !== undefined) pressed.set(key, withKeys);
    return own;
  }

  return {
    /** Actions were run as often as they may. */
    get isSpent() {
      return runs >= maxRuns;
    },
    /** Times were not told apart: what was found has to be proven. */
    get isRough() {
      return isRough();
    },
    /** What was not tried. */
    get leftOut(): Exploration['leftOut'] {
      if (isFull) return 'states';
      return isRough() || isPartial ? 'times' : isCut ? 'values' : lacksAgents ? 'agents' : undefined;
    },
    /** The ways through what comes before the first action. */
    firstSteps(run: Run): Steps {
      const live = { run, facts: { world, decided: new Map(), start: undefined, memory: newMemory() } };
      return from(keep(live), live, begin, true);
    },
    *steps(point: RunPoint): Steps {
      if (point.steps) return point.steps;
      const steps = point.kept ? yield* stepsOf(point.kept) : [];
      point.steps = steps;
      point.kept = undefined;
      return steps;
    },
  };
}

/** What a trial was, without the point to which it leads. */
export function transitionOf(before: Run, trial: Trial): Transition {
  const { run, end, record } = trial;
  const resumes = run.resumes - before.resumes;
  return {
    record,
    effects: effectsOf(before, trial),
    end,
    at: standing(run),
    to: undefined,
    used: run.used - before.used,
    inCycle: resumes > 0 ? run.inCycle : run.inCycle - before.inCycle,
    resumes,
  };
}

const noStep: StepRecord = {
  duration: 0,
  typed: undefined,
  pressed: undefined,
  hangsUpAfter: undefined,
  callees: [],
  learned: [],
  time: undefined,
  dialled: 0,
};

const noEffects: Effects = { edges: [], visits: [], placed: [], assumed: [] };

/** The step of a run that has nothing left of its budget. */
export function lastStep({ at }: RunPoint, budget: Budget, quirks: Run['quirks']): Transition {
  const end = budgetEnd({ ...budget, quirks });
  return { record: noStep, effects: noEffects, end, at, to: undefined, used: 0, inCycle: 0, resumes: 0 };
}

/** Whether the next action reads the stored digits before a key can take their place. */
function readsDigits(run: Run): boolean {
  return readsIn(actionAt(nextPosition(run))?.option).includes(digitsVariable);
}
