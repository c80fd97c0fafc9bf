import { flowGraph } from '../graph/flowGraph';
import type { ActionNode, FlowModel } from '../model/flowModel';

/** What runs after an action where nothing jumps: an action, or the flow ends. */
export type Next = ActionNode | 'end';

/** Whether something runs after the action by itself: neither a `branch` nor what ends the flow. */
export const goesOn = ({ definition }: ActionNode): boolean =>
  definition?.successor !== 'jump' && definition?.successor !== 'terminate';

/** What runs after an action that goes on, by its `next_id` or the order of the list. Undefined where that is not in the document. */
export function nextOf(model: FlowModel, action: ActionNode): Next | undefined {
  const edges = flowGraph(model).from(action);
  for (const { kind, to, open } of edges) {
    if (kind !== 'next' && kind !== 'next_id' && kind !== 'restart' && kind !== 'end') continue;
    if (open) return undefined;
    return to ?? 'end';
  }
  return undefined;
}
