import type { Trigger } from '../../flow/checks/check';
import { flowGraph } from '../../flow/graph/flowGraph';
import { member, textOf } from '../../flow/json/node';
import type { ActionNode, FlowModel } from '../../flow/model/flowModel';
import { actionsOfType } from '../../flow/model/listActions';
import { saySegments } from '../../flow/text/smsSegments';
import { whySkipped } from './whySkipped';

/** Something that a run may be billed for. */
export interface Cost {
  /** The action type, or `POST /calls` for the call itself. */
  readonly what: string;
  /** How many places of the flow lead to it. */
  readonly count: number;
  /** User text: what is billed, beginning in lower case. */
  readonly doc: string;
}

/**
 * What VoIPbin bills an action for.
 *
 * Source: the cost lines of VoIPbin's `*_overview.rst`, billing_account_overview.rst: minutes on the telephone network, segments of text
 * messages, e-mails, recorded time, transcribed minutes and AI sessions. Flows, activeflows, and calls between extensions are free.
 */
const billed: Readonly<Record<string, (action: ActionNode) => string | undefined>> = {
  call: (action) => dialed(action, 'each call that it places'),
  connect: (action) => dialed(action, 'each party that it connects to'),
  message_send: () => 'text messages, for each segment and recipient',
  email_send: () => 'e-mails, for each recipient',
  recording_start: () => 'the time that is recorded',
  transcribe_start: () => 'the minutes that are transcribed',
  transcribe_recording: () => 'the minutes that are transcribed',
  ai_talk: () => 'the AI session',
  ai_task: () => 'the AI session',
  ai_summary: () => 'the AI summary',
  queue_join: () => 'minutes on the telephone network, where an agent is called at a telephone number',
};

/**
 * Everything that a run of a document may be billed for, the call itself aside; only actions that some path leads to.
 *
 * For `api` what needs a phone is left out, because it is skipped there.
 */
export function listCosts(model: FlowModel, trigger: Trigger): readonly Cost[] {
  const { reachable } = flowGraph(model);
  const costs: Cost[] = [];
  for (const [what, doc] of Object.entries(billed)) {
    const running = actionsOfType(model, what).filter(
      (action) => isReached(action, reachable) && !whySkipped(what, referenceOf(action, trigger)),
    );
    const texts = running.flatMap((action) => doc(action) ?? []);
    if (texts[0] !== undefined)
      costs.push({ what, count: texts.length, doc: [texts[0], ...listSizes(running)].join(': ') });
  }
  return costs;
}

/** The actions within a `call` run in the new call, if that is placed at all. */
function isReached(action: ActionNode, reachable: ReadonlySet<ActionNode>): boolean {
  for (let at: ActionNode | undefined = action; at; at = at.scope.owner) if (!reachable.has(at)) return false;
  return true;
}

/** The question that lists the costs has to show all of it. */
const maxSizes = 3;

/** How long the text messages are, in one text; none where nothing is sent as one. */
function listSizes(actions: readonly ActionNode[]): string[] {
  const texts = actions.flatMap(({ type, option }) =>
    type === 'message_send' ? (textOf(member(option, 'text')) ?? []) : [],
  );
  const sizes = [...new Set(texts.map((text) => saySegments(text)))];
  if (sizes.length === 0) return [];
  const left = sizes.length - maxSizes;
  return [[...sizes.slice(0, maxSizes), ...(left > 0 ? [`${left} more`] : [])].join('; ')];
}

const referenceOf = ({ scope }: ActionNode, trigger: Trigger) => (scope.owner ? 'call' : trigger);

/** Undefined where it dials inside the account only. */
function dialed(action: ActionNode, what: string): string | undefined {
  const destinations = member(action.option, 'destinations')?.children ?? [];
  const types = destinations.map((address) => textOf(member(address, 'type')));
  const isInside = types.length > 0 && types.every((type) => type === 'extension' || type === 'sip');
  return isInside ? undefined : `minutes on the telephone network, for ${what}`;
}
