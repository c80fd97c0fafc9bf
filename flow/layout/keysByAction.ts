import type { ActionNode } from '../model/flowModel';
import type { Picture } from './picture';

/** The keys of the nodes that are actions. */
export function keysByAction({ nodes, actions }: Picture): ReadonlyMap<ActionNode, string> {
  const keys = new Map<ActionNode, string>();
  for (const { key, kind } of nodes) {
    const action = kind === 'action' ? actions.get(key) : undefined;
    if (action) keys.set(action, key);
  }
  return keys;
}
