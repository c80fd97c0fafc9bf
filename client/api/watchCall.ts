import { isOutOfReach, orNone } from './orNone';
import type { Activeflow, Call } from './resources';
import type { VoipbinApi } from './voipbinApi';
import { pollOptions, type Snapshot, type WatchListener, type WatchOptions, watch } from './watch';

interface CallState {
  readonly call: Call;
  /** What its flow does; undefined while there is none, or none that may be read. */
  readonly activeflow: Activeflow | undefined;
}

/** A flow that a hang-up ends takes a moment to say so: as many reads it is waited for. */
const readsAfterHangup = 3;

/**
 * Follows a call and its activeflow until the call is hung up: a snapshot for each change.
 *
 * Asks every second, less often while nothing changes; where the API has events, they make it ask at once. When the network or the server
 * goes away it says so with a snapshot `offline` and goes on. The signal ends it without an error.
 */
export function watchCall(
  api: VoipbinApi,
  callId: string,
  options: WatchOptions,
): AsyncGenerator<Snapshot<CallState>, void, undefined> {
  const once = pollOptions(options.signal);
  let afterHangup = 0;
  return watch<CallState>(
    {
      async read() {
        const call = await api.getCall(callId, once);
        const { activeflow_id: id } = call;
        // The call is worth following without it.
        return {
          call,
          activeflow: id === undefined ? undefined : await orNone(api.getActiveflow(id, once), isOutOfReach),
        };
      },
      isOver({ call, activeflow }) {
        if (call.status !== 'hangup') return false;
        return !activeflow || activeflow.status === 'ended' || afterHangup++ >= readsAfterHangup;
      },
      listen: ({ call }, listener) =>
        listen(api, call.customer_id, { call: call.id, activeflow: call.activeflow_id }, listener),
    },
    options,
  );
}

/** Follows an activeflow that runs without a call until it has ended; otherwise like `watchCall`. */
export function watchActiveflow(
  api: VoipbinApi,
  id: string,
  options: WatchOptions,
): AsyncGenerator<Snapshot<Activeflow>, void, undefined> {
  return watch<Activeflow>(
    {
      read: () => api.getActiveflow(id, pollOptions(options.signal)),
      isOver: ({ status }) => status === 'ended',
      listen: ({ customer_id, id }, listener) => listen(api, customer_id, { activeflow: id }, listener),
    },
    options,
  );
}

/** Events of what has these ids, where the API has events. Source of the form of topics: bin-api-manager/pkg/pubsubhandler/subscriber.go. */
function listen(
  { subscribe }: VoipbinApi,
  customerId: string | undefined,
  ids: Readonly<Record<string, string | undefined>>,
  { onChange, onState }: WatchListener,
): () => void {
  // Who asks for no topic gets a connection that tells nothing.
  if (!subscribe || customerId === undefined) return () => undefined;
  const topics = Object.entries(ids).flatMap(([resource, id]) =>
    id === undefined ? [] : [`customer_id:${customerId}:${resource}:${id}`],
  );
  const subscription = subscribe({ topics, onState }, onChange);
  return () => subscription.close();
}
