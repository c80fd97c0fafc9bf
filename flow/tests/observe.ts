import { isSending } from '../catalog/sendingTypes';
import { isObject, type JsonObject, type JsonValue } from '../json/jsonValue';
import type { ActionNode } from '../model/flowModel';
import { type ChildSimulation, isMade, nameOf, type RunEvent } from '../simulator';
import { addressText } from '../text/addressText';
import type { Seen } from './failure';
import type { TestedFlow } from './testedFlow';

/** An action that had its turn and was not skipped. */
export interface Executed {
  readonly type: string;
  /** As the document has it: a name, or a canonical UUID. */
  readonly id: string;
  /** Undefined for an action that is not in the document. */
  readonly action: ActionNode | undefined;
}

export interface Sent {
  readonly type: string;
  readonly to: readonly string[];
  readonly text: string;
}

export interface Called<R = ChildSimulation> {
  readonly to: string;
  /** The run of the called party's flow; undefined for a party of a `connect`. */
  readonly run: R | undefined;
}

/** What expectations are about, in the order in which it happened. */
export interface Observed<R = ChildSimulation> {
  readonly executed: readonly Seen<Executed>[];
  readonly said: readonly Seen<string>[];
  readonly sent: readonly Seen<Sent>[];
  readonly called: readonly Seen<Called<R>>[];
}

/** What a run did. Actions that VoIPbin makes itself do not count as executed. */
export function observe<R = ChildSimulation>(
  { events, children }: { readonly events: readonly RunEvent[]; readonly children: readonly R[] },
  { plain }: TestedFlow,
): Observed<R> {
  const executed: Seen<Executed>[] = [];
  const said: Seen<string>[] = [];
  const sent: Seen<Sent>[] = [];
  const called: Seen<Called<R>>[] = [];
  for (const [position, event] of events.entries()) {
    if (event.type === 'action' && !event.skipped && !isMade(event.place)) {
      const action = plain.actionById.get(event.id);
      executed.push({ what: { type: event.action, id: action?.id ?? event.id, action }, position, event });
    } else if (event.type === 'said') said.push({ what: event.text, position, event });
    else if (event.type === 'question' && event.question.kind === 'request') {
      const { service, body } = event.question;
      if (isSending(service)) sent.push({ what: sentOf(service, body), position, event });
    } else if (isRefusal(event)) {
      if (sent.at(-1)?.event.place === event.place) sent.pop();
    } else if (event.type === 'leg' && event.leg.status === 'ringing' && event.place) {
      called.push({ what: { to: nameOf(event.leg.destination), run: undefined }, position, event });
    } else if (event.type === 'child' && event.child.cause === 'call') {
      const run = children[event.child.child];
      called.push({ what: { to: nameOf(event.child.destination ?? {}), run }, position, event });
    }
  }
  return { executed, said, sent, called };
}

const textIn = (value: JsonValue | undefined) => (typeof value === 'string' ? value : '');
/** What VoIPbin refuses to send is not sent: the flow continues without it, or ends there. */
const isRefusal = (event: RunEvent) =>
  event.type === 'action-end' ? event.reason === 'refused' : event.type === 'end' && event.error === 'service refused';

function sentOf(type: string, body: JsonObject): Sent {
  const optionText = (key: string) => textIn(body[key]);
  if (type === 'conversation_send') return { type, to: [optionText('conversation_id')], text: optionText('text') };
  if (type === 'webhook_send') return { type, to: [optionText('uri')], text: dataText(body.data) };
  const destinations = Array.isArray(body.destinations) ? body.destinations : [];
  const to = destinations.filter(isObject).map(addressText);
  const text = type === 'email_send' ? `${optionText('subject')}\n${optionText('content')}` : optionText('text');
  return { type, to, text };
}

const dataText = (data: JsonValue | undefined) =>
  typeof data === 'string' ? data : data === undefined ? '' : JSON.stringify(data);
