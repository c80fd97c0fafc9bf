import {
  begin,
  copyRun,
  digitsVariable,
  newMemory,
  nextPosition,
  type Run,
  type RunEnd,
  runAction,
  type WorldScript,
} from '../simulator';
import { type Effects, effectsOf, type Standing, standing } from './effects';
import type { Facts } from './facts';
import { readsIn } from './optionReading';
import type { Outside } from './outside';
import { stateKey } from './stateKey';
import { type StepRecord, type Trial, trials } from './trial';

/** A run between two actions, whatever it has executed so far: from here it can go on in these ways and no others. */
export interface Point {
  readonly number: number;
  readonly run: Run;
  readonly facts: Facts;
}

/** One way from a point to the next. */
export interface Transition {
  readonly record: StepRecord;
  readonly effects: Effects;
  readonly end: RunEnd | undefined;
  /** Where it stands then. */
  readonly at: Standing;
  readonly to: Point | undefined;
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

/**
 * Points, each run through once: what comes from them does not depend on how much of the budget is used. `mostRuns` is how often actions are run at
 * the most.
 */
export function createPoints(outside: Outside, world: WorldScript, mostRuns: number) {
  const byKey = new Map<string, Point>();
  const steps = new Map<Point, readonly Transition[]>();
  /** The steps on which a key is pressed, by all that points differ in but the stored digits. */
  const pressed = new Map<string, readonly Transition[]>();

  let isPartial = false;
  let isTimed = false;
  let isCut = false;
  let runs = 0;

  const isExact = () => byKey.size < maxExactPoints;

  const pointOf = (run: Run, facts: Facts): Point => {
    const key = stateKey(run, facts, outside, isExact());
    isTimed ||= facts.start !== undefined;
    isPartial ||= facts.start !== undefined && (outside.timesFor(run)?.isPartial ?? false);
    const known = byKey.get(key) ?? { number: byKey.size, run, facts };
    byKey.set(key, known);
    return known;
  };

  const stepOf = (before: Run, trial: Trial): Transition => {
    const { run, facts, end, record } = trial;
    const resumes = run.resumes - before.resumes;
    return {
      record,
      effects: effectsOf(before, trial),
      end,
      at: standing(run),
      to: end ? undefined : pointOf(run, facts),
      used: run.used - before.used,
      inCycle: resumes > 0 ? run.inCycle : run.inCycle - before.inCycle,
      resumes,
    };
  };

  function* from({ run, facts }: Pick<Point, 'run' | 'facts'>, script: typeof runAction, keys: boolean): Steps {
    const found: Transition[] = [];
    let work = 0;
    for (const trial of trials(run, facts, script, outside, { keys, most: maxWays + 1 })) {
      if (found.length === maxWays) isCut = true;
      if (found.length === maxWays || runs >= mostRuns) return found;
      found.push(stepOf(run, trial));
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
  function* stepsOf({ run: spent, facts }: Point): Steps {
    const run = fresh(spent);
    const key = readsDigits(run) ? undefined : stateKey(run, facts, outside, isExact(), digitsVariable);
    const known = key === undefined ? undefined : pressed.get(key);
    const own = yield* from({ run, facts }, runAction, known === undefined);
    if (known) return [...own, ...known];
    const withKeys = own.filter(({ record }) => record.pressed);
    if (key !== undefined) pressed.set(key, withKeys);
    return own;
  }

  return {
    /** Actions were run as often as they may. */
    get isSpent() {
      return runs >= mostRuns;
    },
    /** Not every combination of values was tried. */
    get isCut() {
      return isCut;
    },
    /** Times were not told apart: what was found has to be proven. */
    get isRough() {
      return isTimed && byKey.size > maxExactPoints;
    },
    /** Not every time that makes a difference was tried. */
    get isPartial() {
      return isPartial;
    },
    start: (run: Run): Point => ({
      number: -1,
      run,
      facts: { world, decided: new Map(), start: undefined, memory: newMemory() },
    }),
    firstSteps: (point: Point): Steps => from(point, begin, true),
    *steps(point: Point): Steps {
      const known = steps.get(point) ?? (yield* stepsOf(point));
      steps.set(point, known);
      return known;
    },
    /** The steps of a run that has nothing left of its budget. */
    stepsWithout({ run, facts }: Point, budget: Budget): Steps {
      return from({ run: Object.assign(copyRun(run), budget), facts }, runAction, true);
    },
  };
}

/** Whether the next action reads the stored digits before a key can take their place. */
function readsDigits(run: Run): boolean {
  const at = nextPosition(run);
  return readsIn(at?.stack.list.actions[at.position]?.option).includes(digitsVariable);
}

/** The run with its whole budget: how much was used decides nothing until nothing is left. */
function fresh(run: Run): Run {
  return Object.assign(copyRun(run), { used: 0, inCycle: 0, resumes: 0 });
}
