import { type Edit, insertItem, replaceValue } from '../../edit/edit';
import type { ActionNode, FlowModel } from '../../model/flowModel';

/**
 * The edits that put an action in front of another one, on every way to it: what names the other by its id comes to the new action, which
 * takes the id over.
 */
export function insertBefore(
  model: FlowModel,
  { scope, id, idNode, position }: ActionNode,
  action: Readonly<Record<string, unknown>>,
  newId: () => string,
): Edit[] {
  if (id === undefined || !idNode) return insertItem(model, scope.list, action, position);
  const taken = { id: idNode.value, ...action };
  return [...insertItem(model, scope.list, taken, position), ...replaceValue(model, idNode, newId())];
}
