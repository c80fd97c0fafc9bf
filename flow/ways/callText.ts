import { type CalleeConduct, calleeConducts, nameOf, type RunInput, type WorldScript } from '../simulator';
import { partyLeaves } from '../text/callEnd';
import { shortQuantity } from '../text/quantity';
import { shorten } from '../text/shorten';
import { utcTime } from './utcTime';

/** Of which call a world tells. */
interface CallOfWorld {
  readonly input?: Pick<RunInput, 'referenceType' | 'direction' | 'dials'> | undefined;
  /** The caller was asked for digits. */
  readonly asked?: boolean | undefined;
}

/**
 * What happens outside the flow in a call, as phrases in the order in which people ask: when, who, what was pressed. Plain text; one phrase
 * says so where nothing happens.
 *
 * In a call that VoIPbin places, the person who presses keys and hangs up is the called party.
 */
export function callText(world: WorldScript, { input, asked = false }: CallOfWorld = {}): readonly string[] {
  const person = input?.direction === 'outgoing' ? 'the called party' : 'the caller';
  const [answering = [], others = []] = calleesText(world.callees, input?.dials);
  const phrases = [
    ...(world.now === undefined ? [] : [`it is ${utcTime(world.now)}`]),
    ...(world.destination ? [`the call is to ${nameOf(world.destination)}`] : []),
    ...Object.entries(world.variables ?? {}).map(([name, value]) => `${name} is "${shorten(value, 40)}"`),
    ...(world.amd === undefined ? [] : [world.amd === 'machine' ? 'a machine picks up' : 'a person picks up']),
    ...Object.keys(world.refuses ?? {}).map((type) => `VoIPbin refuses ${type}`),
    ...Object.entries(world.fetch ?? {}).map(([url, { status }]) => `${shorten(url, 60)} answers with ${status}`),
    ...Object.keys(world.flows ?? {}).flatMap((id) => flowText(id, world)),
    ...Object.values(world.queues ?? {}).map(queueText),
    ...answering,
    ...(world.keys ?? []).map(({ at, keys }) => `${person} presses ${keys} after ${shortQuantity(at, 'ms')}`),
    // A world does not say which of both comes first.
    ...(world.digits?.length
      ? [`${person} presses ${digitsText(world.digits)}${world.keys?.length ? ' when asked' : ''}`]
      : []),
    ...others,
    ...Object.entries(world.ai_sets ?? {}).map(([name, value]) => `the AI sets ${name} to "${shorten(value, 40)}"`),
    ...(world.hangs_up_at === undefined ? [] : [`${person} hangs up after ${shortQuantity(world.hangs_up_at, 'ms')}`]),
    ...(world.calls ?? []).flatMap((inner, at) =>
      Object.keys(inner).length === 0 ? [] : [`in call ${at + 1}: ${callText(inner, { input: placed }).join(', ')}`],
    ),
  ];
  if (phrases.length > 0) return phrases;
  if (input && input.referenceType !== 'call') return ['nothing happens outside the flow'];
  return [`${person} ${asked ? 'presses' : 'does'} nothing`];
}

/** A call that an action places. */
const placed: CallOfWorld['input'] = { referenceType: 'call', direction: 'outgoing', dials: { destination: {} } };

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

const doing = (does: CalleeConduct) => (does === 'answers' ? does : partyLeaves(calleeConducts[does].reason));

/** What the party does that the call itself goes to, and what those do that the flow connects. */
function calleesText(callees: WorldScript['callees'], dials: RunInput['dials']): readonly (readonly string[])[] {
  if (!Array.isArray(callees)) {
    return [[], Object.entries(callees ?? {}).map(([name, callee]) => `${name} ${calleeText(callee)}`)];
  }
  const list: readonly Callee[] = callees;
  const rings = dials && !dials.early;
  const connected = rings ? list.slice(1) : list;
  const named = dials ? 'connected party' : 'called party';
  return [
    (rings ? list.slice(0, 1) : []).map((callee) => `the called party ${calleeText(callee)}`),
    connected.map(
      (callee, at) => `${connected.length === 1 ? `the ${named}` : `${named} ${at + 1}`} ${calleeText(callee)}`,
    ),
  ];
}

function calleeText(callee: Callee): string {
  if (typeof callee === 'string') return doing(callee);
  const { does, after, hangs_up_after: leaves } = callee;
  const when = after === undefined ? '' : ` ${does === 'no_answer' ? 'within' : 'after'} ${shortQuantity(after, 'ms')}`;
  const until = leaves === undefined ? '' : ` and hangs up ${shortQuantity(leaves, 'ms')} later`;
  return `${doing(does)}${when}${until}`;
}
