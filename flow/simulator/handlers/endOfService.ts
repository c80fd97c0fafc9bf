import { nilId } from '../ids';
import { meet, next, type Run, type Script, type Step, stop } from '../run/run';

/**
 * A service gives the flow back: a queue, a conference or an AI session is over. It takes its own list away, and finds nothing behind its action where
 * that is the last of its list.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/activeflow.go ServiceStop.
 */
export function* endOfService(run: Run): Script<Step> {
  const caller = run.current?.stack.caller;
  const action = caller?.stack.list.actions[caller.position];
  const isLast = caller && action?.nextId === nilId && caller.position === caller.stack.list.actions.length - 1;
  if (!isLast) return next;
  yield meet(run, 'service-end-loses-stack');
  if (!run.quirks['service-end-loses-stack']) return next;
  return stop(
    'no more stack left',
    `\`${action.type}\` is the last action of its list, and nothing is found behind it.`,
  );
}
