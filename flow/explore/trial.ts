import {
  type ActionPlace,
  type Answer,
  inputIn,
  type Question,
  type RunEnd,
  type RunEvent,
  scriptedWorld,
  type World,
  type WorldScript,
} from '../simulator';
import { nextPosition } from '../simulator/run/advance';
import { copyRun } from '../simulator/run/copyRun';
import { isBudgetSpent } from '../simulator/run/executionLimit';
import type { Run, Script } from '../simulator/run/run';
import type { Position } from '../simulator/stack/stackMap';
import { copyMemory } from '../simulator/world/happenings';
import type { CalleePlan, Choice, Happening, LeftOut } from './choice';
import { choicesAt } from './choices';
import { copiedNames, decidingReads } from './decidingReads';
import { beginAt, decide, type Fact, type Facts } from './facts';
import { decisionOf, isKnownAtStart } from './openVariables';
import type { Outside } from './outside';
import { hide, lend, settle, standInsIn, type Undo } from './standIns';
import type { TimeSample } from './times';
import { canAct } from './waitChoices';

/** One action as one of the things that can happen made of it. */
export interface Trial {
  readonly run: Run;
  readonly facts: Facts;
  readonly end: RunEnd | undefined;
  readonly events: readonly RunEvent[];
  readonly record: StepRecord;
  /** What was taken for granted beyond the events, one sentence each. */
  readonly assumes: readonly string[];
  readonly leavesOut: LeftOut | undefined;
}

/** What a world has to say of one action; numbers and times are relative, since the same action can come sooner or later. */
export interface StepRecord {
  /** Virtual ms that it took. */
  readonly duration: number;
  /** What was typed, where a `digits_receive` was executed. */
  readonly typed: string | undefined;
  /** ms since its start. */
  readonly pressed: { readonly after: number; readonly key: string } | undefined;
  readonly hangsUpAfter: number | undefined;
  /** By how many legs, counted from the last that had been dialled, the leg lies back. */
  readonly callees: readonly { readonly back: number; readonly plan: CalleePlan }[];
  /** What the outside decided for the rest of the call. */
  readonly learned: readonly Fact[];
  /** The date and time, so many ms after its start, where it decided them. */
  readonly time: (TimeSample & { readonly after: number }) | undefined;
  /** Legs that it dialled. */
  readonly dialled: number;
}

/**
 * Runs the next part of a run in every way that makes a difference: from the same start again, with another choice at some question. Those with
 * few other choices come first.
 *
 * `script` is asked for with a copy of the run each time. `most` ways are tried, with keys that are pressed meanwhile or without.
 */
export function* trials(
  run: Run,
  facts: Facts,
  script: (run: Run) => Script<RunEnd | undefined>,
  outside: Outside,
  { keys, most }: { readonly keys: boolean; readonly most: number },
): Iterable<Trial> {
  const next = isBudgetSpent(run) ? undefined : nextPosition(run);
  const waiting: number[][] = [[]];
  // More are added while it is gone through.
  for (const given of waiting) {
    let at = 0;
    const choose = <T>(options: readonly T[]): T | undefined => {
      const chosen = at < given.length ? (given[at] ?? 0) : 0;
      // The other options are tried from the start, with the same choices until here.
      if (at >= given.length && options.length > 1 && waiting.length < most) {
        const sofar = [...given, ...new Array<number>(at - given.length).fill(0)];
        for (let other = 1; other < options.length && waiting.length < most; other++) waiting.push([...sofar, other]);
      }
      at++;
      return options[chosen];
    };
    yield tryOnce(copyRun(run), next, facts, script, outside, keys ? {} : { pressesNothing: true }, choose);
  }
}

function tryOnce(
  begun: Run,
  next: Position | undefined,
  before: Facts,
  script: (run: Run) => Script<RunEnd | undefined>,
  outside: Outside,
  start: Happening,
  choose: <T>(options: readonly T[]) => T | undefined,
): Trial {
  let facts = before;
  const learned: Fact[] = [];
  const learn = (fact: Fact) => {
    learned.push(fact);
    facts = decide(facts, fact);
  };
  const party = begun.current ? undefined : partyCalled(begun, choose);
  if (party) learn(party);
  const run = party ? { ...begun, input: inputIn(begun.input, party.world) } : begun;
  let undo: Undo | undefined;
  if (next && outside.open.any(run)) {
    learned.push(...decideReads(next, run, facts, outside, choose));
    if (learned.length > 0) facts = decide(facts, ...learned);
    undo = withStandIns(next, run, facts, outside);
  }
  const began = run.clock;
  const receivedBefore = run.digitsReceived;
  const legsBefore = run.legs.length;
  const events: RunEvent[] = [];
  const memory = copyMemory(before.memory);
  let happening = start;
  let pressedYet = false;
  let askedAt: number | undefined;
  /** Made again where something is different of what it says. */
  let world: World | undefined;
  let worldBasis: readonly unknown[] = [];
  let time: StepRecord['time'];
  const assumes: string[] = [];
  let leavesOut: LeftOut | undefined;
  const going = script(run);
  let step = going.next();
  while (!step.done) {
    const event = step.value;
    events.push(event);
    if (event.type !== 'question') {
      // What the flow sets does not come from outside any more.
      if (event.type === 'variable' && isKnownAtStart(event.name) && outside.open.valuesOf(event.name, run, facts))
        facts = decide(facts, { key: decisionOf(event.name), value: '', world: {} });
      step = going.next();
      continue;
    }
    const { question } = event;
    const choice: Choice = choose(choicesAt(question, run, facts, outside, { ...happening, askedAt })) ?? {};
    if (choice.fact) learn(choice.fact);
    if (choice.assumes !== undefined) assumes.push(choice.assumes);
    leavesOut ??= choice.leavesOut;
    if (choice.time) {
      facts = beginAt(facts, choice.time, run.clock);
      time = { ...choice.time, after: run.clock - began };
    }
    if (choice.happening) happening = { ...happening, ...choice.happening };
    if (canAct(question)) askedAt = question.since;
    const basis: readonly unknown[] = [
      happening,
      facts.world,
      pressedYet,
      run.legs.length,
      run.digitsReceived,
      asksForDigits(question),
    ];
    if (!world || basis.some((part, at) => part !== worldBasis[at])) {
      const local = localWorld(question, happening, run, pressedYet, outside.given);
      const remembered = local.keys ? { ...memory, nextKey: 0 } : memory;
      worldBasis = basis;
      world = scriptedWorld({ ...facts.world, ...local }, remembered);
    }
    const answer: Answer | undefined = world.answer(question, event);
    pressedYet ||= answer?.kind === 'key' && question.kind === 'wait' && question.for !== 'digits';
    step = going.next(answer);
  }
  undo?.(events);
  const end = step.value;
  const { typed, pressed, hangsUpAt, callees = () => undefined } = happening;
  return {
    run,
    facts: { ...facts, memory },
    end,
    events,
    assumes,
    leavesOut,
    record: {
      duration: run.clock - began,
      // Keys that come when nothing is asked for any more are not pressed.
      typed: run.digitsReceived > receivedBefore ? (typed ?? '').slice(0, takenKeys(events)) : undefined,
      pressed: pressed && pressedYet ? { after: pressed.at - began, key: pressed.key } : undefined,
      hangsUpAfter: hangsUpAt === undefined ? undefined : hangsUpAt - began,
      callees: run.legs.flatMap(({ leg }) => {
        const plan = callees(leg);
        return plan === undefined ? [] : [{ back: run.legs.length - leg, plan }];
      }),
      learned,
      time,
      dialled: run.legs.length - legsBefore,
    },
  };
}

/** Which of several parties the call is with; undefined for the first, which a world need not name. */
function partyCalled({ input }: Run, choose: <T>(options: readonly T[]) => T | undefined): Fact | undefined {
  const { others = [] } = input.dials ?? {};
  if (others.length === 0) return undefined;
  const destination = choose([undefined, ...others]);
  return destination && { key: '#party called', value: JSON.stringify(destination), world: { destination } };
}

const takenKeys = (events: readonly RunEvent[]) => events.filter(({ type }) => type === 'key').length;

/** Decides what the next action reads, one variable after another, and sets it. */
function decideReads(
  next: Position,
  run: Run,
  facts: Facts,
  outside: Outside,
  choose: <T>(options: readonly T[]) => T | undefined,
): readonly Fact[] {
  const chosen = new Map<string, string>();
  const choice = (name: string, values: readonly string[] | undefined): void => {
    if (!values || chosen.has(name)) return;
    const value = choose(values) ?? '';
    chosen.set(name, value);
    // What the flow has set it to since it was copied stays.
    if (outside.open.valuesOf(name, run, facts)) run.variables.set(name, value);
    settle(run, name, value);
  };
  for (const name of decidingReads(next, run, outside)) {
    for (const held of standInsIn(run.variables.get(name) ?? '')) choice(held, outside.open.copiedValuesOf(held, run));
    choice(name, outside.open.valuesOf(name, run, facts));
  }
  return [...chosen].map(([name, value]) => ({
    key: decisionOf(name),
    value,
    // What a call has anyway needs no word.
    world: run.input.variables?.[name] === value ? {} : { variables: { [name]: value } },
  }));
}

/** An action that copies variables copies what stands for those that are open; any other one finds them empty. */
function withStandIns(next: Position, run: Run, facts: Facts, outside: Outside): Undo {
  const copied = copiedNames(next, run, outside);
  return copied
    ? lend(
        run,
        copied.filter((name) => outside.open.valuesOf(name, run, facts)),
      )
    : hide(run);
}

/** What a world has to say at a question of what happens in the action. */
function localWorld(
  question: Question,
  { typed, pressed, hangsUpAt, callees }: Happening,
  run: Run,
  pressedYet: boolean,
  given: WorldScript,
): WorldScript {
  return {
    ...(given.digits || !asksForDigits(question)
      ? {}
      : { digits: [...new Array<string>(Math.max(0, run.digitsReceived - 1)).fill(''), typed ?? ''] }),
    ...(pressed && !pressedYet ? { keys: [{ at: pressed.at, keys: pressed.key }] } : {}),
    ...(hangsUpAt === undefined ? {} : { hangs_up_at: hangsUpAt }),
    ...(callees ? { callees: run.legs.map(({ leg }) => callees(leg) ?? 'no_answer') } : {}),
  };
}

const asksForDigits = (question: Question) => question.kind === 'wait' && question.for === 'digits';

/** The nearest place in the document: of an action that the platform pushed, that of the action which pushed it. */
export function documentPlace({ place, stack }: Pick<RunEvent, 'place' | 'stack'>): ActionPlace | undefined {
  if (place?.path) return place;
  return stack.filter(({ path }) => path).at(-1) ?? place;
}
