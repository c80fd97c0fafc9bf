import { type Edit, insertItem, replaceValue } from '../edit/edit';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { ActionJson } from './actionJson';
import { freshId } from './freshId';

/**
 * The edits that put an action in front of another one, on every way to it: what names the other by its id comes to the new action, which
 * takes the id over.
 */
export function insertBefore(model: FlowModel, before: ActionNode, action: ActionJson, newId: () => string): Edit[] {
  const { scope, id, idNode, position } = before;
  if (id === undefined || !idNode) return insertItem(model, scope.list, action, position);
  const taken = { id: idNode.value, ...action };
  return [
    ...insertItem(model, scope.list, taken, position),
    ...replaceValue(model, idNode, freshId(model, before, newId)),
  ];
}
