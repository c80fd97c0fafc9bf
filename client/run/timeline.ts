import { actionAtPath } from '../../flow';
import { parseTime } from '../api/parseTime';
import type { Call } from '../api/resources';
import { actionEntry } from './actionEntry';
import { whyEnded } from './ending';
import type { ShownRun } from './run';
import { answeredAfter } from './runClock';
import { runModel } from './runModel';
import type { TimelineEntry } from './timelineEntry';
import { hungUp, timelineOfEvents } from './timelineOfEvents';

/** Everything that happened in a run, in order of time; times count from when its call was answered. */
export function timelineOf(run: ShownRun): readonly TimelineEntry[] {
  const zero = answeredAfter(run);
  const incidents = run.incidents.map(
    ({ at, text, isNote }): TimelineEntry =>
      isNote ? { at: undefined, kind: 'note', text } : { at, kind: 'problem', text },
  );
  const entries = [
    ...incidents.filter(({ kind }) => kind === 'note'),
    ...(run.events ? timelineOfEvents(run.events, run) : [...callEntries(run), ...actionEntries(run)]),
    ...incidents.filter(({ kind }) => kind === 'problem'),
  ];
  const ends = endEntries(run, entries);
  // Nothing comes after the end, whatever the clocks of those who tell of it say. Where the call is over, a flow that it took along is no end of its own.
  const ordered = inOrder(entries).filter(({ kind, text }) => ends.length === 0 || kind !== 'end' || text !== hungUp);
  return [...ordered, ...ends].map((entry) => (entry.at === undefined ? entry : { ...entry, at: entry.at - zero }));
}

function callEntries({ call }: ShownRun): TimelineEntry[] {
  if (!call) return [];
  const entries: TimelineEntry[] = [];
  if (call.tm_ringing !== undefined)
    entries.push({ at: sinceCreated(call, call.tm_ringing), kind: 'call', text: 'the phone rings' });
  if (call.tm_progressing !== undefined)
    entries.push({ at: sinceCreated(call, call.tm_progressing), kind: 'call', text: 'the call is answered' });
  return entries;
}

/** Of a call, why it is over; its flow has told its own end where the simulator ran it. */
function endEntries(run: ShownRun, entries: readonly TimelineEntry[]): TimelineEntry[] {
  const { call, events } = run;
  if (call?.status !== 'hangup') return [];
  const end = events?.at(-1);
  const why = whyEnded(run).text;
  const isTold =
    end?.type === 'end' && end.detail === why && entries.some(({ kind, text }) => kind === 'end' && text !== hungUp);
  const detail = isTold ? undefined : why;
  return [{ at: sinceCreated(call, call.tm_hangup), kind: 'end', text: 'the call is over', detail }];
}

function sinceCreated({ tm_create }: Call, time: string | undefined): number | undefined {
  const began = parseTime(tm_create);
  const ms = parseTime(time);
  return ms === undefined || began === undefined ? undefined : ms - began;
}

function actionEntries({ document, trace }: ShownRun): TimelineEntry[] {
  const model = runModel(document);
  return trace.steps.map((step) => {
    const node = actionAtPath(model, step.path);
    return { at: step.at, path: step.path, ...actionEntry(step, node, step.type) };
  });
}

/** By time; what has none stays behind what came before it. */
function inOrder(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  let last = 0;
  const timed = entries.map((entry) => {
    last = entry.at ?? last;
    return { entry, time: last };
  });
  return timed.sort((a, b) => a.time - b.time).map(({ entry }) => entry);
}
