import { flowGraph } from '../graph/flowGraph';
import { type JsonNode, textOf } from '../json/node';
import { readActionId } from '../model/actionName';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { nilUuid } from '../model/uuid';

/** What runs after an action where nothing jumps: an action, or the flow ends. */
export type Next = ActionNode | 'end';

/** Whether something runs after the action by itself: neither a `branch` nor what ends the flow. */
export const goesOn = ({ definition }: ActionNode): boolean =>
  definition?.successor !== 'jump' && definition?.successor !== 'terminate';

/** The `next_id` that says what runs next. Undefined where the order of the list does: an empty one, as VoIPbin's API returns it, counts as missing. */
export function namedNext({ nextNode, scope }: ActionNode): JsonNode | undefined {
  const id = readActionId(textOf(nextNode) ?? '', scope.names);
  return id === undefined || id === nilUuid ? undefined : nextNode;
}

/** What stands behind an action in its list. */
export const neighbourOf = ({ scope, order }: ActionNode): Next => scope.actions[order + 1] ?? 'end';

/** Whether an action runs after the one before it because it stands behind that one. */
export const comesByOrder = (model: FlowModel, action: ActionNode, before: ActionNode): boolean =>
  goesOn(before) && !namedNext(before) && nextOf(model, before) === action;

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
