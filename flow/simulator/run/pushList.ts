import { nilUuid } from '../../model/uuid';
import type { ActionList } from '../stack/actionList';
import { pushStack, type Stack } from '../stack/stackMap';
import { event, type Run, type Script } from './run';

/**
 * Pushes a list that runs before the flow continues after the current action.
 *
 * An empty list is not pushed. One whose first action has no id is, and is never entered: the engine remembers the id of the
 * first action and takes "none" for "nothing pending". Source: bin-flow-manager/pkg/activeflowhandler/db.go PushStack.
 */
export function* pushList(run: Run, list: ActionList, kind: 'flow' | 'fetch' | 'pushed'): Script<Stack | undefined> {
  const first = list.actions[0];
  if (!first || first.id === nilUuid || !run.current) return undefined;
  const stack = pushStack(list, run.current);
  yield event(run, { type: 'enter', list: kind, key: list.key, actions: list.actions.length });
  run.forward = { stack, position: 0 };
  return stack;
}
