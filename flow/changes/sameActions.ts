import type { ActionNode, FlowModel } from '../model/flowModel';
import { matchActions } from './matchActions';

/**
 * The actions of an earlier version of a document in the one of now: by id, then by what they say in the order of their lists, then by type. While the
 * text is the same, one by one. What cannot be found is left out. `known` are those of which the same one is known already.
 */
export function sameActions(
  then: FlowModel,
  now: FlowModel,
  known?: ReadonlyMap<ActionNode, ActionNode>,
): ReadonlyMap<ActionNode, ActionNode> {
  const found = new Map<ActionNode, ActionNode>();
  if (then.text === now.text && then.actions.length === now.actions.length) {
    for (const [at, action] of then.actions.entries()) {
      const same = now.actions[at];
      if (same) found.set(action, same);
    }
    return found;
  }
  for (const [action, before] of matchActions(then, now, undefined, known))
    if (action.type === before.type) found.set(before, action);
  return found;
}
