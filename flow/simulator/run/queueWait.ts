import { type Continuation, meet, next, type QueueState, type Run, type Script } from './run';
import { deleteVariables } from './variables';

/** The queue in which the call waits for an agent; one that gave up in vain sends none. */
export function waitingQueue({ queue }: Run): QueueState | undefined {
  return queue?.taken || queue?.gaveUp ? undefined : queue;
}

/**
 * The queue ends its waiting: an agent is there, or it gives the call back to the flow. Undefined: it gives up, and the caller waits on.
 *
 * Source: bin-queue-manager/pkg/queuecallhandler/execute.go; bin-flow-manager/pkg/activeflowhandler/activeflow.go ServiceStop.
 */
export function* leaveQueueWait(run: Run, why: 'agent' | 'queue-timeout'): Script<Continuation | undefined> {
  const { queue } = run;
  if (!queue) return next;
  const { stack } = queue;
  if (why === 'agent') {
    queue.taken = true;
    // The last action that the queue pushed joins the bridge.
    return { kind: 'jump', to: { stack, position: stack.list.actions.length - 1 }, jump: { edge: 'queue-agent' } };
  }
  yield meet(run, 'queue-timeout-ignored');
  if (run.quirks['queue-timeout-ignored']) {
    queue.gaveUp = true;
    return undefined;
  }
  run.queue = undefined;
  yield* deleteVariables(run, queue.variables);
  return stack.caller ? { kind: 'return', to: stack.caller } : next;
}
