import type { WorldScript } from '../simulator';
import { shortQuantity } from '../text/quantity';
import { shorten } from '../text/shorten';
import { utcTime } from './utcTime';

/**
 * What happens outside the flow in a call, as phrases in the order in which people ask: when, who, what was pressed. Plain text; one phrase
 * says so where nothing happens.
 */
export function callText(world: WorldScript): readonly string[] {
  const phrases = [
    ...(world.now === undefined ? [] : [`it is ${utcTime(world.now)}`]),
    ...Object.entries(world.variables ?? {}).map(([name, value]) => `${name} is "${shorten(value, 40)}"`),
    ...(world.amd === undefined ? [] : [world.amd === 'machine' ? 'a machine picks up' : 'a person picks up']),
    ...Object.keys(world.refuses ?? {}).map((type) => `VoIPbin refuses ${type}`),
    ...Object.entries(world.fetch ?? {}).map(([url, { status }]) => `${shorten(url, 60)} answers with ${status}`),
    ...Object.keys(world.flows ?? {}).flatMap((id) => flowText(id, world)),
    ...Object.values(world.queues ?? {}).map(queueText),
    ...(world.digits === undefined ? [] : [`the caller presses ${digitsText(world.digits)}`]),
    ...(world.keys ?? []).map(({ at, keys }) => `the caller presses ${keys} after ${shortQuantity(at, 'ms')}`),
    ...calleesText(world.callees),
    ...Object.entries(world.ai_sets ?? {}).map(([name, value]) => `the AI sets ${name} to "${shorten(value, 40)}"`),
    ...(world.hangs_up_at === undefined ? [] : [`the caller hangs up after ${shortQuantity(world.hangs_up_at, 'ms')}`]),
    ...(world.calls ?? []).flatMap((inner, at) =>
      Object.keys(inner).length === 0 ? [] : [`in call ${at + 1}: ${callText(inner).join(', ')}`],
    ),
  ];
  return phrases.length > 0 ? phrases : ['the caller presses nothing'];
}

/** The entries one after another; equal ones in a row are counted. */
function digitsText(entries: readonly string[]): string {
  const parts: { entry: string; times: number }[] = [];
  for (const entry of entries) {
    const last = parts.at(-1);
    if (last?.entry === entry) last.times++;
    else parts.push({ entry, times: 1 });
  }
  return parts
    .map(({ entry, times }) => `${entry === '' ? 'nothing' : entry}${times > 1 ? ` (${times} times)` : ''}`)
    .join(', then ');
}

/** A stored flow that only stands for the waiting of a queue says nothing. */
function flowText(id: string, { flows, queues }: WorldScript): string[] {
  if (Object.values(queues ?? {}).some((queue) => queue.wait_flow_id === id)) return [];
  const stored = flows?.[id];
  const actions = (stored && 'length' in stored ? stored : stored?.actions) ?? [];
  const count = actions.length === 1 ? 'one action' : `${actions.length === 0 ? 'no' : actions.length} actions`;
  return [`flow ${id.slice(0, 8)}… has ${count}`];
}

function queueText({ agent_after: after }: NonNullable<WorldScript['queues']>[string]): string {
  return after === undefined ? 'the queue has no agent' : `an agent takes the call after ${shortQuantity(after, 'ms')}`;
}

type Callees = NonNullable<WorldScript['callees']>;
type Callee = Callees extends readonly (infer T)[] | infer _ ? T : never;

const doings = {
  answers: 'answers',
  busy: 'is busy',
  no_answer: 'does not answer',
  fails: 'cannot be reached',
};

function calleesText(callees: WorldScript['callees']): string[] {
  if (callees === undefined) return [];
  const named = Array.isArray(callees)
    ? callees.map(
        (callee, at) => [callees.length === 1 ? 'the called party' : `called party ${at + 1}`, callee] as const,
      )
    : Object.entries(callees);
  return named.map(([name, callee]) => `${name} ${calleeText(callee)}`);
}

function calleeText(callee: Callee): string {
  if (typeof callee === 'string') return doings[callee];
  const { does, after, hangs_up_after: leaves } = callee;
  const when = after === undefined ? '' : ` after ${shortQuantity(after, 'ms')}`;
  const until = leaves === undefined ? '' : ` and hangs up ${shortQuantity(leaves, 'ms')} later`;
  return `${doings[does]}${when}${until}`;
}
