import {
  type ActionNode,
  actionAtPath,
  isMade,
  type JsonObject,
  nameOf,
  partyLeaves,
  type RequestQuestion,
  type RunEvent,
  shorten,
  shortQuantity,
} from '../../flow';
import { actionEntry } from './actionEntry';
import { placesBy } from './placesBy';
import type { ShownRun } from './run';
import { runModel } from './runModel';
import type { EntryKind, TimelineEntry } from './timelineEntry';
import { traceOfEvents } from './traceOfEvents';

/** What the simulator tells of a run: each action, and under it what was said, pressed, decided and assumed. */
export function timelineOfEvents(
  events: readonly RunEvent[],
  { document }: Pick<ShownRun, 'document'>,
): readonly TimelineEntry[] {
  const model = runModel(document);
  const pathOfPlace = placesBy(document);
  const { steps } = traceOfEvents(events, model, pathOfPlace);
  const began = events[0]?.time ?? 0;
  const entries: TimelineEntry[] = [];
  let position = -1;
  /** The action of the file for which VoIPbin adds those that are not in it. */
  let owner: ActionNode | undefined;
  for (const event of events) {
    const at = event.time - began;
    const path = steps[position]?.path;
    const add = (kind: EntryKind, text: string, detail?: string) => entries.push({ at, kind, text, detail, path });
    if (event.type === 'action') {
      const step = steps[++position];
      const node = actionAtPath(model, step?.path);
      if (!isMade(event.place)) owner = node;
      entries.push({ at, path: step?.path, ...actionEntry(step, node, event.action, owner) });
    } else if (event.type === 'said') {
      add('said', `says "${shorten(event.text, 100)}"`, shortQuantity(event.duration, 'ms'));
    } else if (event.type === 'question' && event.question.kind === 'request') {
      const sent = sentText(event.question);
      if (sent) add('said', `sends "${sent}"`, recipientsOf(event.question.body));
    } else if (event.type === 'key') {
      add('key', `key ${event.key}`, `keys so far: ${event.digits}`);
    } else if (event.type === 'answered') {
      add('call', 'the call is answered', event.by === 'answer' ? undefined : answeredBy[event.by]);
    } else if (event.type === 'leg') {
      const { status, destination } = event.leg;
      const what = { ringing: 'rings', answered: 'answers', over: partyLeaves(event.reason) }[status];
      add('call', `${nameOf(destination)} ${what}`);
    } else if (event.type === 'child') {
      const { cause, destination } = event.child;
      add(
        'note',
        cause === 'call' ? `calls ${nameOf(destination ?? {})}, which runs its own flow` : 'another flow follows',
      );
    } else if (event.type === 'assumed') {
      add('note', event.detail);
    } else if (event.type === 'end') {
      // That a flow reached its end says nothing more.
      add('end', endWords[event.outcome], event.outcome === 'finished' ? undefined : event.detail);
    }
  }
  return entries;
}

/** What leaves, whole, with values in the place of variables; undefined where nothing does that a person reads. */
function sentText({ service, body }: RequestQuestion): string | undefined {
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : '');
  switch (service) {
    case 'message_send':
    case 'conversation_send':
      return text('text');
    case 'email_send':
      return [text('subject'), text('content')].filter(Boolean).join(': ');
    case 'webhook_send':
      return text('data');
    default:
      return undefined;
  }
}

function recipientsOf({ destinations, uri }: RequestQuestion['body']): string | undefined {
  if (typeof uri === 'string') return `to ${uri}`;
  if (!Array.isArray(destinations)) return undefined;
  const names = destinations.flatMap((destination) =>
    typeof destination === 'object' && destination !== null ? nameOf(destination as JsonObject) : [],
  );
  return names.length === 0 ? undefined : `to ${names.join(', ')}`;
}

/** The action says so itself where it is `answer`. */
const answeredBy = { talk: 'talk answers it before it speaks', bridge: 'joining a bridge answers it' };

/** The flow ends because its call does. */
export const hungUp = 'the call is hung up';

const endWords = {
  finished: 'the flow ends',
  stopped: 'VoIPbin stops the flow',
  blocked: 'the flow waits forever',
  hangup: hungUp,
  refused: 'VoIPbin refuses the flow',
};
