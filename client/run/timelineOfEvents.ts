import { nameOf, type RunEvent } from '../../flow/simulator';
import { shortQuantity } from '../../flow/text/quantity';
import { shorten } from '../../flow/text/shorten';
import { actionEntry } from './actionEntry';
import { pathKey } from './path';
import { placesBy } from './placesBy';
import type { Run } from './run';
import { runModel } from './runModel';
import type { EntryKind, TimelineEntry } from './timelineEntry';
import { actionsByPath } from './traceModel';
import { traceOfEvents } from './traceOfEvents';

/** What the simulator tells of a run: each action, and under it what was said, pressed, decided and assumed. */
export function timelineOfEvents(
  events: readonly RunEvent[],
  { document }: Pick<Run, 'document'>,
): readonly TimelineEntry[] {
  const model = runModel(document);
  const nodes = actionsByPath(model);
  const pathOfPlace = placesBy(document);
  const { steps } = traceOfEvents(events, model, pathOfPlace);
  const began = events[0]?.time ?? 0;
  const entries: TimelineEntry[] = [];
  let position = -1;
  for (const event of events) {
    const at = event.time - began;
    const path = steps[position]?.path;
    const add = (kind: EntryKind, text: string, detail?: string) => entries.push({ at, kind, text, detail, path });
    if (event.type === 'action') {
      const step = steps[++position];
      const node = step?.path && nodes.get(pathKey(step.path));
      entries.push({ at, path: step?.path, ...actionEntry(step, node, event.action) });
    } else if (event.type === 'said') {
      add('said', `says "${shorten(event.text, 100)}"`, shortQuantity(event.duration, 'ms'));
    } else if (event.type === 'key') {
      add('key', `key ${event.key}`, `keys so far: ${event.digits}`);
    } else if (event.type === 'answered') {
      add('call', 'the call is answered', `by ${event.by}`);
    } else if (event.type === 'leg') {
      const { status, destination } = event.leg;
      const what = { ringing: 'rings', answered: 'answers', over: `is gone: ${event.reason ?? 'hung up'}` }[status];
      add('call', `${nameOf(destination)} ${what}`);
    } else if (event.type === 'child') {
      const { cause, destination } = event.child;
      add(
        'note',
        cause === 'call' ? `calls ${nameOf(destination ?? {})}, with a flow of its own` : 'another flow follows',
      );
    } else if (event.type === 'assumed') {
      add('note', event.detail);
    } else if (event.type === 'end') {
      add('end', endWords[event.outcome], event.detail);
    }
  }
  return entries;
}

const endWords = {
  finished: 'the flow is at its end',
  stopped: 'VoIPbin stops the flow',
  blocked: 'the flow is parked',
  hangup: 'the call is hung up',
  refused: 'VoIPbin refuses the flow',
};
