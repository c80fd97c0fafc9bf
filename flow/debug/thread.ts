import {
  type Answer,
  assume,
  type ChildRun,
  type Question,
  type RunEvent,
  type RunResult,
  runOn,
  runWhole,
  type WaitQuestion,
  type World,
} from '../simulator';
import { readOptionAgain } from '../simulator/run/advance';
import type { Run, Script } from '../simulator/run/run';
import { timeOf } from '../simulator/run/wait';
import type { Stack } from '../simulator/stack/stackMap';
import { answerOf, type TimedCommand } from './commands';

type Asked = Extract<RunEvent, { type: 'question' }>;

/** What a question will be answered with, and when that happens. `held`: only a person knows. `caller`: a person said it to the run that places the call. */
type Decision =
  | { readonly answer: Answer | undefined; readonly at: number; readonly by: 'person' | 'caller' | 'world' | 'clock' }
  | 'held';

/** One run of a debug session: the call, a call that it places, or a flow that follows. */
export interface Thread {
  /** From 1, in the order in which they begin. */
  readonly id: number;
  readonly parent: Thread | undefined;
  /** What began it; undefined for the flow itself. */
  readonly child: ChildRun | undefined;
  /** All that changes while it runs. It may be read between two of its events. */
  readonly run: Run;
  readonly last: RunEvent | undefined;
  readonly isOver: boolean;
  /** It stands at an action that has not run yet. */
  readonly isBefore: boolean;
  /** The question that it stands at. */
  readonly asked: Asked | undefined;
  /** It goes on when a person says what happens. */
  readonly isHeld: boolean;
  /** Virtual ms at which the next thing happens in it. */
  readonly dueAt: number;
  /** The next event; undefined when it is over or held. */
  step(): RunEvent | undefined;
  /** What a person let happen and no wait has taken yet. */
  readonly kept: readonly TimedCommand[];
  /** A call that it places has taken the first kept command that fits. */
  lend(asked: Asked): void;
  /** What is to happen outside in its waits. */
  happen(commands: readonly TimedCommand[]): void;
  setVariable(name: string, value: string): void;
  /** The next action is the one at `position` of the list that is `out` lists further out. */
  jump(out: number, position: number): void;
  /** The call is hung up then, whatever happens. */
  endAt(time: number): void;
  /** A world for a run that this one begins. */
  worldOf(child: ChildRun): WorldSource;
}

/** A world, and how to make it once more from its beginning. */
export interface WorldSource {
  readonly world: World;
  fresh(): World;
}

export interface ThreadOptions {
  readonly id: number;
  readonly parent: Thread | undefined;
  readonly child: ChildRun | undefined;
  /** Makes the run, with the way to learn when the call is hung up from outside. */
  begin(endsAt: () => number | undefined): Run;
  readonly outside: WorldSource;
  /** Whether a person decides what the world has no answer to. */
  asks(): boolean;
}

export function createThread({ id, parent, child, begin, outside, asks }: ThreadOptions): Thread {
  let endsAt: number | undefined;
  const run = begin(() => endsAt);
  let script: Script<RunResult> = runWhole(run);
  let world = outside.world;
  /** What the world answered, to bring a new one as far. */
  const consulted: Asked[] = [];
  const born: ChildRun[] = [];
  let commands: readonly TimedCommand[] = [];
  let last: RunEvent | undefined;
  let asked: Asked | undefined;
  let decided: Decision | undefined;
  let isOver = false;
  let isBefore = false;
  let hasBegun = false;

  const decide = (): Decision | undefined => {
    if (!asked) return undefined;
    decided ??= fromPerson(asked, commands, 'person');
    if (decided && decided !== 'held') return decided;
    // While it rings, a person can only choose the run that places it. Others can take what is kept there, so it is looked at each time.
    const kept = hasBegun ? [] : (parent?.kept ?? []).filter(({ does }) => does === 'leg');
    const lent = fromPerson(asked, kept, 'caller');
    if (lent) return lent;
    decided ??= fromWorld(asked);
    return decided;
  };
  const fromPerson = (
    event: Asked,
    said: readonly TimedCommand[],
    by: 'person' | 'caller',
  ): Exclude<Decision, 'held'> | undefined => {
    const { question } = event;
    if (question.kind !== 'wait') return undefined;
    for (const command of said) {
      const answer = answerOf(command, question);
      if (answer) return { answer, at: timeOfAnswer(event, answer), by };
    }
    return undefined;
  };
  const fromWorld = (event: Asked): Decision => {
    const answer = world.answer(event.question, event);
    if (answer === undefined && asks() && isForPerson(event.question)) return 'held';
    return { answer, at: timeOfAnswer(event, answer), by: 'world' };
  };
  /** Forgets answers of the world that are not used yet. */
  const reconsider = () => {
    decided = undefined;
    world = outside.fresh();
    for (const event of consulted) world.answer(event.question, event);
    for (const child of born) world.child?.(child);
  };
  const take = (event: RunEvent) => {
    last = event;
    asked = event.type === 'question' ? event : undefined;
    decided = undefined;
    isOver = event.type === 'end';
    isBefore = event.type === 'action';
    hasBegun ||= isBefore;
    return event;
  };

  return {
    id,
    parent,
    child,
    run,
    get last() {
      return last;
    },
    get isOver() {
      return isOver;
    },
    get isBefore() {
      return isBefore;
    },
    get asked() {
      return asked;
    },
    get kept() {
      return commands;
    },
    get isHeld() {
      return decide() === 'held';
    },
    get dueAt() {
      const decision = decide();
      return decision && decision !== 'held' ? decision.at : (last?.time ?? run.clock);
    },
    step() {
      const decision = decide();
      if (isOver || decision === 'held') return undefined;
      if (asked && decision?.by === 'person') commands = without(commands, asked);
      else if (asked && decision?.by === 'caller') parent?.lend(asked);
      else if (asked && decision?.by === 'world') consulted.push(asked);
      const { done, value } = script.next(decision?.answer);
      return done ? undefined : take(value);
    },
    lend(asked) {
      commands = without(commands, asked);
      if (decided !== 'held' && decided?.by === 'person') decided = undefined;
    },
    happen(more) {
      commands = [...commands, ...more];
      if (asked?.question.kind === 'wait') reconsider();
    },
    setVariable(name, value) {
      run.variables.set(name, value);
      if (!isBefore) return;
      const again = readOptionAgain(run);
      const from = outside.fresh();
      for (let step = again.next(); !step.done; ) {
        const event = step.value;
        step = again.next(event.type === 'question' ? from.answer(event.question, event) : undefined);
      }
    },
    jump(out, position) {
      let stack = run.current?.stack;
      for (let left = out; left > 0; left--) stack = stack?.caller?.stack;
      if (!stack?.list.actions[position]) return;
      // The action in front of which it stood has not run.
      if (isBefore) {
        run.used--;
        run.inCycle--;
      }
      // A caller who leaves the list of a queue is not in it any more.
      if (run.queue && !isWithin(stack, run.queue.stack)) run.queue = undefined;
      run.forward = { stack, position };
      script = runOn(run);
      isBefore = false;
      asked = undefined;
      decided = undefined;
    },
    endAt(time) {
      endsAt = time;
      if (asked?.question.kind !== 'wait') return;
      // The wait is asked again, and then knows how long it can last.
      decided = { answer: { kind: 'nothing' }, at: time, by: 'clock' };
    },
    worldOf(child) {
      const before = [...born];
      born.push(child);
      return {
        world: world.child?.(child) ?? world,
        fresh: () => {
          const around = outside.fresh();
          for (const earlier of before) around.child?.(earlier);
          return around.child?.(child) ?? around;
        },
      };
    },
  };
}

/** Where the answer to a question takes the time of the run. */
function timeOfAnswer({ question, time }: Asked, given: Answer | undefined): number {
  if (question.kind !== 'wait' || question.background) return time;
  const answer = given ?? assume(question, () => '').answer;
  const at = answer.kind === 'pass' ? (question.until ?? question.since) : timeOf(answer, question.since);
  return Math.min(at, question.interruptAt ?? at);
}

/** Keys of a menu, whether a called party answers, and how long it then talks: without them a run says little. */
function isForPerson(question: Question): boolean {
  if (question.kind !== 'wait') return false;
  if (question.for === 'digits') return true;
  return (
    (question.for === 'callee' && hasLeg(question, 'ringing')) ||
    (question.for === 'bridge' && hasLeg(question, 'answered'))
  );
}

const hasLeg = ({ legs = [] }: WaitQuestion, wanted: 'ringing' | 'answered') =>
  legs.some(({ status }) => status === wanted);

/** The commands without the first that fits. */
function without(commands: readonly TimedCommand[], { question }: Asked): readonly TimedCommand[] {
  if (question.kind !== 'wait') return commands;
  const used = commands.findIndex((command) => answerOf(command, question) !== undefined);
  return commands.filter((_, position) => position !== used);
}

function isWithin(inner: Stack, outer: Stack): boolean {
  for (let stack: Stack | undefined = inner; stack; stack = stack.caller?.stack) if (stack === outer) return true;
  return false;
}
