import { type Edit, prependMember, replaceValue } from '../edit/edit';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { freshId } from './freshId';

/** The id of an action, and the edits that give it one where it has none, or where another action has it before: what names that id leads there. */
export function idOf(model: FlowModel, action: ActionNode, newId: () => string): { id: string; edits: Edit[] } {
  const isOwn = action.id === undefined || action.scope.byId.get(action.id)?.[0] === action;
  if (action.id !== undefined && isOwn) return { id: action.id, edits: [] };
  const id = freshId(model, action, newId);
  const { idNode, node } = action;
  return { id, edits: idNode ? replaceValue(model, idNode, id) : prependMember(model, node, 'id', id) };
}
