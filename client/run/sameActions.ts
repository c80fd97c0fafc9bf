import type { ActionNode, FlowModel } from '../../flow/model/flowModel';
import { actionsByPath } from './traceModel';

/**
 * The actions of an earlier version of a document in the one of now: by id, else at the same place as long as the type there is the same. While
 * the text is the same, one by one. What cannot be found is left out.
 */
export function sameActions(then: FlowModel, now: FlowModel): ReadonlyMap<ActionNode, ActionNode> {
  const found = new Map<ActionNode, ActionNode>();
  if (then.text === now.text && then.actions.length === now.actions.length) {
    for (const [at, action] of then.actions.entries()) {
      const same = now.actions[at];
      if (same) found.set(action, same);
    }
    return found;
  }
  const byId = new Map(now.actions.map((action) => [action.id, action]));
  const byPath = actionsByPath(now);
  for (const [key, action] of actionsByPath(then)) {
    const { id, type } = action;
    const same = id === undefined ? byPath.get(key) : byId.get(id);
    if (same && same.type === type) found.set(action, same);
  }
  return found;
}
