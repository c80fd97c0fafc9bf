import { ApiError } from './apiError';
import type { Activeflow, Call } from './resources';
import type { Subscribe } from './subscribe';
import type { VoipbinApi } from './voipbinApi';
import { type Snapshot, type WatchListener, type WatchOptions, watch } from './watch';

export interface CallState {
  readonly call: Call;
  /** What its flow does; undefined while there is none, or none that may be read. */
  readonly activeflow: Activeflow | undefined;
}

export type CallSnapshot = Snapshot<CallState>;

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
): AsyncGenerator<CallSnapshot, void, undefined> {
  const { subscribe } = api;
  const once = { signal: options.signal, repeats: 0, timeoutMs: 10_000 };
  let afterHangup = 0;
  return watch<CallState>(
    {
      async read() {
        const call = await api.getCall(callId, once);
        return { call, activeflow: await readActiveflow(api, call.activeflow_id, once) };
      },
      isOver({ call, activeflow }) {
        if (call.status !== 'hangup') return false;
        return !activeflow || activeflow.status === 'ended' || afterHangup++ >= readsAfterHangup;
      },
      listen:
        subscribe &&
        (({ call }, listener) => {
          const topics = topicsOf(call.customer_id, { call: call.id, activeflow: call.activeflow_id });
          return listen(subscribe, topics, listener);
        }),
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
  const { subscribe } = api;
  return watch<Activeflow>(
    {
      read: () => api.getActiveflow(id, { signal: options.signal, repeats: 0, timeoutMs: 10_000 }),
      isOver: ({ status }) => status === 'ended',
      listen:
        subscribe &&
        ((activeflow, listener) =>
          listen(subscribe, topicsOf(activeflow.customer_id, { activeflow: activeflow.id }), listener)),
    },
    options,
  );
}

async function readActiveflow(
  api: VoipbinApi,
  id: string | undefined,
  options: Parameters<VoipbinApi['getActiveflow']>[1],
): Promise<Activeflow | undefined> {
  if (id === undefined) return undefined;
  try {
    return await api.getActiveflow(id, options);
  } catch (error) {
    // The call is worth following without it. Older servers refuse with 400 what they do not find.
    if (error instanceof ApiError && ['notFound', 'forbidden', 'invalid'].includes(error.kind)) return undefined;
    throw error;
  }
}

/** Source of the form of topics: bin-api-manager/pkg/pubsubhandler/subscriber.go. */
function topicsOf(
  customerId: string | undefined,
  ids: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (customerId === undefined) return [];
  return Object.entries(ids).flatMap(([resource, id]) =>
    id === undefined ? [] : [`customer_id:${customerId}:${resource}:${id}`],
  );
}

function listen(subscribe: Subscribe, topics: readonly string[], { onChange, onState }: WatchListener): () => void {
  // Who asks for no topic gets a connection that tells nothing.
  if (topics.length === 0) return () => undefined;
  const subscription = subscribe({ topics, onState }, onChange);
  return () => subscription.close();
}
