import { findAction } from '../catalog';
import { assumedWaitFlow, type Question, type WorldScript } from '../simulator';
import { referenceData } from '../simulator/go/substitute';
import type { Run } from '../simulator/run/run';
import { actionAt } from '../simulator/stack/stackMap';
import { type Choice, type Happening, nothing } from './choice';
import type { Facts } from './facts';
import type { Outside } from './outside';
import { waitChoices } from './waitChoices';

/** The wait flow of a queue without agents, for worlds that have one. */
const waitFlowId = 'e0000000-0000-4000-8000-000000000001';

/** ms of its only action. */
const waitRound = 5000;
/** After so many rounds of the wait flow the usual agent comes. */
const usualRounds = 4;
/** So many rounds take all executions. */
const maxRounds = 33;
/** Executions of lists that the platform pushes, in one call. */
const pushedActions = 20;

/**
 * Rounds of the wait flow after which an agent can come otherwise: few, and as many as leave no executions for the rest of the flow. Only few where
 * the call can come back to the queue: its agent comes after the same time then, so that the states multiply.
 */
function otherRounds(actions: number, isJoinedAgain: boolean): readonly number[] {
  const few = isJoinedAgain ? 2 : usualRounds;
  const many = Math.max(usualRounds + 1, maxRounds - Math.ceil((actions + pushedActions) / 3));
  const isTried = (round: number) => round < few || (!isJoinedAgain && round >= many);
  return Array.from({ length: maxRounds + 1 }, (_, round) => round).filter(isTried);
}

/** What the outside decides, what a world says of it, and what is taken for granted then. */
type Option = readonly [value: string, world: WorldScript, assumes?: string];

/** What can happen at a question and make a difference; the most ordinary first. Never empty. */
export function choicesAt(
  question: Question,
  run: Run,
  facts: Facts,
  outside: Outside,
  sofar: Happening,
): readonly Choice[] {
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
      return waitChoices(question, run, facts, outside, sofar);
    case 'request':
      if (
        findAction(question.service)?.onFailure.effect !== 'abort-flow' &&
        !setsWhatCounts(question.service, run, outside)
      )
        return nothing;
      return refusal(once, facts, question.service, question.service);
    case 'dial':
      return refusal(once, facts, question.by, question.by);
    case 'fetch': {
      const { url } = question;
      if (Object.hasOwn(world.fetch ?? {}, url)) return nothing;
      const answers = (status: number, body: string) => ({ fetch: { [url]: { status, body } } });
      return once(`#fetch ${url}`, [
        ['empty', answers(200, '[]'), `No answer is scripted for ${url}. Explored: it gives no actions, or it fails.`],
        ['fails', answers(500, '')],
        ['unreachable', {}],
      ]);
    }
    case 'flow': {
      const { flowId } = question;
      if (flowId === assumedWaitFlow || Object.hasOwn(world.flows ?? {}, flowId)) return nothing;
      return once(`#flow ${flowId}`, [
        [
          'empty',
          { flows: { [flowId]: [] } },
          `No actions are scripted for the flow ${flowId}. Explored: it does nothing, or VoIPbin does not find it.`,
        ],
        ['missing', {}],
      ]);
    }
    case 'queue': {
      const { queueId } = question;
      if (Object.hasOwn(world.queues ?? {}, queueId)) return nothing;
      const flows = { [waitFlowId]: [{ type: 'sleep', option: { duration: waitRound } }] };
      const queue = { wait_flow_id: waitFlowId };
      const names = outside.live(run);
      const isJoinedAgain = names === 'all' || names.has('#queue_join');
      const rounds = otherRounds(outside.actionsOf(run).length, isJoinedAgain);
      const choices = once(`#queue_join ${queueId}`, [
        ['agent', {}],
        ['no agent', { queues: { [queueId]: queue }, flows }],
        ...rounds.map((round): Option => {
          const after = Math.floor((round + 0.5) * waitRound);
          return [`agent ${round}`, { queues: { [queueId]: { ...queue, agent_after: after } }, flows }];
        }),
      ]);
      // At a moment that is given, a call can be anywhere, by when its agent came.
      const isTimed = outside.given.hangs_up_at !== undefined || outside.given.keys !== undefined;
      return (isJoinedAgain || isTimed) && choices.length > 1
        ? choices.map((choice) => ({ ...choice, leavesOut: 'agents' }))
        : choices;
    }
    case 'clock':
      return clockChoices(run, facts, outside);
    case 'reference_data': {
      const texts = outside.textsFor(run, referenceData);
      if (!texts || world.reference_data !== undefined) return nothing;
      return once(
        `${referenceData} text`,
        texts.map((text): Option => [text, { reference_data: text }]),
      );
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

/** What services set that the flow goes on without where they refuse. */
const setBy: Readonly<Record<string, string>> = {
  recording_start: 'voipbin.recording.',
  transcribe_start: 'voipbin.transcribe.',
  transcribe_recording: 'voipbin.transcribe.',
  case_create: 'contact_case_id',
};

function setsWhatCounts(service: string, run: Run, outside: Outside): boolean {
  const prefix = setBy[service];
  const names = outside.live(run);
  return prefix !== undefined && (names === 'all' || [...names].some((name) => name.startsWith(prefix)));
}

/** The time when it is first looked at; later, what it can have become since. */
function clockChoices(run: Run, { world, start }: Facts, outside: Outside): readonly Choice[] {
  const times = outside.given.now === undefined ? outside.timesFor(run) : undefined;
  const action = actionAt(run.current);
  if (!times || action?.type !== 'condition_datetime') return nothing;
  if (!start) return times.samples.map((time) => ({ time }));
  const pieces = times.divide({ from: start.from + run.clock, to: start.to + run.clock });
  if (pieces.length < 2) return nothing;
  const now = Date.parse(world.now ?? '') + run.clock;
  const choices = pieces.map(({ from, to }) => {
    const time = from <= now && now < to ? now : from;
    return { time: { from, to, time } };
  });
  return [...choices.filter(({ time }) => time.time === now), ...choices.filter(({ time }) => time.time !== now)];
}
