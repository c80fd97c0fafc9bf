import { nilUuid } from '../../model/uuid';
import { type Continuation, meet, next, type Run, type Script, stop } from '../run/run';
import { actionAt } from '../stack/stackMap';

/**
 * A service gives the flow back: a queue, a conference or an AI session is over. It takes its own list away, and finds nothing behind its action where
 * that is the last of its list.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/activeflow.go ServiceStop.
 */
export function* endOfService(run: Run): Script<Continuation> {
  const caller = run.current?.stack.caller;
  const action = actionAt(caller);
  const isLast = caller && action?.nextId === nilUuid && caller.position === caller.stack.list.actions.length - 1;
  if (!isLast) return next;
  yield meet(run, 'service-end-loses-stack');
  if (!run.quirks['service-end-loses-stack']) return next;
  return stop(
    'no more stack left',
    `\`${action.type}\` is the last action of its list, and the engine finds no next action.`,
  );
}
