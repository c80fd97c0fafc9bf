import { findAction } from '../catalog';
import { type LegState, nilId, type Question, type Run, type WaitQuestion, type WorldScript } from '../simulator';
import type { Constants } from './constants';
import type { Fact, Facts } from './facts';
import { numberOption, textOption } from './optionReading';
import type { Outside } from './outside';
import { entriesOf, keysOf } from './typing';

export type CalleePlan = NonNullable<Extract<WorldScript['callees'], readonly unknown[]>>[number];

/** What the outside does while one action runs, beyond the facts. Times are virtual ms of the run. */
export interface Happening {
  /** Typed into the `digits_receive` that waits. */
  readonly typed?: string;
  /** Pressed while something else is waited for. */
  readonly pressed?: { readonly at: number; readonly key: string };
  readonly hangsUpAt?: number;
  /** By the number of the leg. */
  readonly callees?: ReadonlyMap<number, CalleePlan>;
}

/** One of the things that can happen at a question. */
export interface Choice {
  readonly fact?: Fact;
  readonly happening?: Happening;
  /** The time of day at this moment: ISO 8601. */
  readonly time?: string;
  /** What is taken for granted with it, beyond what the run itself tells. One sentence. */
  readonly assumes?: string;
}

/** Before a key is pressed, as the scripted world has it. */
const pause = 400;
/** The wait flow of a queue without agents, for worlds that have one. */
const waitFlowId = 'e0000000-0000-4000-8000-000000000001';

/** The decision when the call comes. */
export const clockFact = 'clock at the start';

const nothing: readonly Choice[] = [{}];

/** What the outside decides, what a world says of it, and what is taken for granted then. */
type Option = readonly [value: string, world: WorldScript, assumes?: string];

/** What can happen at a question and make a difference; the most ordinary first. Never empty. */
export function choicesAt(question: Question, run: Run, facts: Facts, outside: Outside): readonly Choice[] {
  const { world, decided } = facts;
  const once = (key: string, options: readonly Option[]): readonly Choice[] =>
    decided.has(key)
      ? nothing
      : options.map(([value, said, assumes]) => ({
          fact: { key, value, world: said },
          ...(assumes === undefined ? {} : { assumes }),
        }));
  switch (question.kind) {
    case 'wait':
      return waitChoices(question, run, facts, outside.constantsFor(run));
    case 'request':
      if (findAction(question.service)?.onFailure.effect !== 'abort-flow') return nothing;
      return refusal(once, facts, question.service, question.service);
    case 'dial':
      return refusal(once, facts, question.by, question.by);
    case 'fetch': {
      const { url } = question;
      if (Object.hasOwn(world.fetch ?? {}, url)) return nothing;
      const answers = (status: number, body: string) => ({ fetch: { [url]: { status, body } } });
      return once(`#fetch ${url}`, [
        ['empty', answers(200, '[]'), `The world does not say what ${url} answers: no actions, or it fails.`],
        ['fails', answers(500, '')],
        ['unreachable', {}],
      ]);
    }
    case 'flow': {
      const { flowId } = question;
      if (Object.hasOwn(world.flows ?? {}, flowId)) return nothing;
      return once(`#flow ${flowId}`, [
        [
          'empty',
          { flows: { [flowId]: [] } },
          `The world does not say what flow ${flowId} does: nothing, or it is missing.`,
        ],
        ['missing', {}],
      ]);
    }
    case 'queue': {
      const { queueId } = question;
      if (Object.hasOwn(world.queues ?? {}, queueId)) return nothing;
      const waits = { [waitFlowId]: [{ type: 'sleep', option: { duration: 5000 } }] };
      const noAgent = { [queueId]: { wait_flow_id: waitFlowId } };
      return once(`#queue_join ${queueId}`, [
        ['agent', {}],
        ['no agent', { queues: noAgent, flows: waits }],
      ]);
    }
    case 'clock': {
      const times = world.now === undefined ? outside.timesFor(run) : undefined;
      return times?.samples.map((time) => ({ time })) ?? nothing;
    }
    default:
      return nothing;
  }
}

function refusal(
  once: (key: string, options: readonly Option[]) => readonly Choice[],
  { world }: Facts,
  service: string,
  type: string,
): readonly Choice[] {
  if (Object.hasOwn(world.refuses ?? {}, service)) return nothing;
  return once(`#${type} ${service}`, [
    ['accepted', {}],
    ['refused', { refuses: { [service]: 'the service refuses' } }],
  ]);
}

function waitChoices(question: WaitQuestion, run: Run, facts: Facts, constants: Constants): readonly Choice[] {
  const first = (question.received ?? 0) === 0;
  if (question.for !== 'amd' && (!first || question.for === 'block')) return nothing;
  const { since, until } = question;
  const lasts = until === undefined ? 1000 : until - since;
  const canAct = question.keys !== 'ignore' && run.input.referenceType === 'call';
  const hangup: readonly Choice[] =
    canAct && lasts > 0 ? [{ happening: { hangsUpAt: since + Math.min(500, Math.floor(lasts / 2)) } }] : [];
  switch (question.for) {
    case 'amd':
      return detectorChoices(question, facts, hangup);
    case 'digits':
      return [...typings(run, constants), ...hangup];
    case 'callee':
      return [...parties(question.legs ?? []), ...hangup];
    default: {
      const keys = canAct && lasts > pause ? keysOf(constants) : [];
      const isDecided = constants.size > 0 && until !== undefined;
      const presses = isDecided ? keys.map((key) => ({ happening: { pressed: { at: since + pause, key } } })) : [];
      return [...nothing, ...presses, ...hangup];
    }
  }
}

/** Who picked up; the call may also be over before the detector knows. */
function detectorChoices(question: WaitQuestion, facts: Facts, hangup: readonly Choice[]): readonly Choice[] {
  const key = '#amd detector';
  const others = question.background || (question.received ?? 0) > 0 ? [] : hangup;
  if (facts.decided.has(key) || facts.world.amd !== undefined) return [...nothing, ...others];
  const results = ['human', 'machine'] as const;
  return [...results.map((amd) => ({ fact: { key, value: amd, world: { amd } } })), ...others];
}

function typings(run: Run, constants: Constants): readonly Choice[] {
  const action = run.current?.stack.list.actions[run.current.position];
  if (!action) return nothing;
  const entry = { length: numberOption(action, 'length') ?? 0, endKeys: textOption(action, 'key') };
  return entriesOf(entry, constants).map((typed) => (typed === '' ? {} : { happening: { typed } }));
}

const plans: readonly CalleePlan[] = [
  'answers',
  'busy',
  'no_answer',
  'fails',
  { does: 'answers', hangs_up_after: 1000 },
];

/** What the parties of a `connect` do: every combination of two, and of more what one of them alone, or all, can do. */
function parties(legs: readonly LegState[]): readonly Choice[] {
  const ringing = legs.filter(({ status, id }) => status === 'ringing' && id !== nilId).map(({ leg }) => leg);
  const [one, other, ...more] = ringing;
  if (one === undefined) return nothing;
  const choice = (pairs: Iterable<readonly [number, CalleePlan]>): Choice => ({
    happening: { callees: new Map(pairs) },
  });
  if (other === undefined) return plans.map((plan) => choice([[one, plan]]));
  if (more.length === 0)
    return plans.flatMap((a) =>
      plans.map((b) =>
        choice([
          [one, a],
          [other, b],
        ]),
      ),
    );
  const alone = ringing.map((leg) => choice(ringing.map((any) => [any, any === leg ? 'answers' : 'no_answer'])));
  return [...alone, ...plans.map((plan) => choice(ringing.map((leg) => [leg, plan])))];
}
