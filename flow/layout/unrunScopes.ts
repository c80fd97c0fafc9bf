import { listUnread } from '../checks/listUnread';
import type { FlowGraph } from '../graph/flowGraph';
import type { FlowModel, Scope } from '../model/flowModel';

/**
 * The lists of actions that run in no call, and why: `unread` where a `flow_id` beside them wins, `unplaced` where no call is placed, since no way
 * leads to the action that would or its own list never runs.
 */
export function unrunScopes(model: FlowModel, graph: FlowGraph): ReadonlyMap<Scope, 'unread' | 'unplaced'> {
  const unread = new Set<unknown>(listUnread(model));
  const found = new Map<Scope, 'unread' | 'unplaced'>();
  // A list comes before those of the calls within it.
  for (const scope of model.scopes) {
    const { list, owner } = scope;
    if (unread.has(list)) found.set(scope, 'unread');
    else if (owner && (found.has(owner.scope) || !graph.isReachable(owner))) found.set(scope, 'unplaced');
  }
  return found;
}
