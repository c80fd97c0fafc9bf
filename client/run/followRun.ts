import type { RunEvent } from '../../flow';
import { ApiError } from '../api/apiError';
import { parseTime } from '../api/parseTime';
import type { Activeflow, Call } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Snapshot, WatchOptions } from '../api/watch';
import { watchActiveflow, watchCall } from '../api/watchCall';
import { namedEvents } from './namedEvents';
import { placesBy } from './placesBy';
import type { RunPhase, ShownRun } from './run';
import { runModel } from './runModel';
import type { RunHandle } from './runs';
import { emptyTrace, type RunTrace } from './traceModel';
import { traceOfActiveflow } from './traceOfActiveflow';
import { traceOfEvents } from './traceOfEvents';

/** What the VoIPbin in this process knows better than its API tells. */
export interface Tracing {
  /** What happened in the run of an activeflow so far; undefined when there is none. */
  events(activeflowId: string): readonly RunEvent[] | undefined;
  /** Is told when there are more; what it returns ends that. */
  onEvent(activeflowId: string, listener: () => void): () => void;
}

export interface FollowSettings extends WatchOptions {
  readonly tracing?: Tracing | undefined;
}

/** What is followed, of the two of which one runs a flow. */
type Seen = Pick<ShownRun, 'call' | 'activeflow'>;

/** Keeps a run as the call is, until the call is over. Never fails: what ends it early is told in the run. */
export const followCall = (handle: RunHandle, api: VoipbinApi, id: string, settings: FollowSettings): Promise<void> =>
  follow(handle, api, watchCall(api, id, settings), (seen) => seen, settings);

/** The same for an activeflow without a call. */
export const followActiveflow: typeof followCall = (handle, api, id, settings) =>
  follow(handle, api, watchActiveflow(api, id, settings), (activeflow) => ({ call: undefined, activeflow }), settings);

async function follow<T>(
  handle: RunHandle,
  api: VoipbinApi,
  snapshots: AsyncIterable<Snapshot<T>>,
  seenIn: (value: T) => Seen,
  { clock, tracing }: FollowSettings,
): Promise<void> {
  let seen: Seen | undefined;
  let stopListening: (() => void) | undefined;
  const since = () => clock.now() - handle.current().startedAt;
  /** When each step was first seen, for those that do not tell their own time. */
  const firstSeen: number[] = [];
  const withTimes = (trace: RunTrace): RunTrace => {
    while (firstSeen.length < trace.steps.length) firstSeen.push(since());
    return { ...trace, steps: trace.steps.map((step, position) => ({ ...step, at: step.at ?? firstSeen[position] })) };
  };
  const show = (change: Partial<ShownRun> = {}) => {
    const state = seen && stateOf(handle.current(), seen, tracing);
    handle.update({ ...(state ? { ...state, trace: withTimes(state.trace) } : {}), ...change });
  };
  const listen = (id: string | undefined) => {
    if (id !== undefined) stopListening ??= tracing?.onEvent(id, () => show());
  };
  try {
    for await (const { state, value, problem } of snapshots) {
      if (value !== undefined) seen = seenIn(value);
      listen(seen?.activeflow?.id);
      const { incidents, problem: before } = handle.current();
      if (state === 'offline') {
        const text = problem?.message ?? 'VoIPbin cannot be reached.';
        const lost = { at: since(), text: `VoIPbin cannot be reached; the call continues. ${text}` };
        show({ problem: text, incidents: [...incidents, lost] });
      } else {
        const back = { at: since(), text: 'VoIPbin answers again' };
        const end = state === 'ended' ? { phase: 'ended' as const, endedAt: endOf(seen, clock.now(), api) } : {};
        show({ problem: undefined, ...(before === undefined ? {} : { incidents: [...incidents, back] }), ...end });
      }
    }
    // The signal ended it: the call may continue.
    show({ phase: 'lost', problem: 'It is no longer followed.' });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    show({ phase: 'lost', problem: error.message });
  } finally {
    stopListening?.();
  }
}

/** By the clock here, so that it can be compared with when the run began. */
function endOf(seen: Seen | undefined, now: number, api: VoipbinApi): number {
  const told = parseTime(seen?.call?.tm_hangup);
  return told === undefined ? now : Math.min(now, told - api.clockOffset());
}

function stateOf({ document }: ShownRun, { call, activeflow }: Seen, tracing: Tracing | undefined) {
  const known = { call, activeflow, phase: phaseOf(call, activeflow) };
  if (!activeflow) return { ...known, events: undefined, trace: emptyTrace };
  const model = runModel(document);
  const told = tracing?.events(activeflow.id);
  const events = told && namedEvents(told, model);
  const startedAt = parseTime((call ?? activeflow).tm_create);
  const trace = events
    ? traceOfEvents(events, model, placesBy(document))
    : traceOfActiveflow(activeflow, { model, pathById: document.pathById, startedAt });
  return { ...known, events, trace };
}

/** A state that VoIPbin adds one day counts as running: it is not over. What watches it reports the end. */
function phaseOf(call: Call | undefined, activeflow: Activeflow | undefined): RunPhase {
  if (!call) return activeflow ? 'running' : 'starting';
  return call.status === 'dialing' || call.status === 'ringing' ? call.status : 'running';
}
