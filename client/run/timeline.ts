import { parseTime } from '../api/parseTime';
import type { Call } from '../api/resources';
import { actionEntry } from './actionEntry';
import { whyEnded } from './ending';
import { pathKey } from './path';
import type { Run } from './run';
import { runModel } from './runModel';
import type { TimelineEntry } from './timelineEntry';
import { timelineOfEvents } from './timelineOfEvents';
import { actionsByPath } from './traceModel';

/** Everything that happened in a run, in order of time. */
export function timelineOf(run: Run): readonly TimelineEntry[] {
  const entries = [
    ...(run.events ? timelineOfEvents(run.events, run) : [...callEntries(run), ...actionEntries(run)]),
    ...endEntries(run),
    ...run.incidents.map(({ at, text }): TimelineEntry => ({ at, kind: 'problem', text })),
  ];
  return inOrder(entries);
}

function callEntries({ call }: Run): TimelineEntry[] {
  if (!call) return [];
  const entries: TimelineEntry[] = [];
  if (call.tm_ringing !== undefined)
    entries.push({ at: sinceCreated(call, call.tm_ringing), kind: 'call', text: 'it rings' });
  if (call.tm_progressing !== undefined)
    entries.push({ at: sinceCreated(call, call.tm_progressing), kind: 'call', text: 'the call is answered' });
  return entries;
}

/** Of a call, why it is over; its flow has told its own end where the simulator ran it. */
function endEntries(run: Run): TimelineEntry[] {
  const { call } = run;
  if (call?.status !== 'hangup') return [];
  const detail = whyEnded(run).text;
  return [{ at: sinceCreated(call, call.tm_hangup), kind: 'end', text: 'the call is over', detail }];
}

function sinceCreated({ tm_create }: Call, time: string | undefined): number | undefined {
  const began = parseTime(tm_create);
  const ms = parseTime(time);
  return ms === undefined || began === undefined ? undefined : ms - began;
}

function actionEntries({ document, trace }: Run): TimelineEntry[] {
  const nodes = actionsByPath(runModel(document));
  return trace.steps.map((step) => {
    const node = step.path && nodes.get(pathKey(step.path));
    return { at: step.at, path: step.path, ...actionEntry(step, node, step.type) };
  });
}

/** By time; what has none stays behind what came before it. */
function inOrder(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  let last = 0;
  const timed = entries.map((entry) => {
    last = entry.at ?? (entry.kind === 'end' ? Number.POSITIVE_INFINITY : last);
    return { entry, time: last };
  });
  return timed.sort((a, b) => a.time - b.time).map(({ entry }) => entry);
}
