import { type Edit, insertItem, prependMember, replaceValue } from '../../edit/edit';
import type { ActionNode, FlowModel, Reference } from '../../model/flowModel';
import { actionLabel } from '../../text/actionLabel';
import { closest } from '../../text/closest';
import type { Fix } from '../check';

/** Ids differ in nearly every digit; those that differ in a few are one id with a slip in it. */
const slips = 4;

/** A fix that leads a reference to the action whose id comes nearest to it. Numbered ids are all near to each other, so it is never sure. */
export function offerNearest(model: FlowModel, { from, node, id }: Reference): Fix[] {
  const near = id === undefined ? undefined : closest(id, from.scope.byId.keys(), slips);
  const action = near === undefined ? undefined : from.scope.byId.get(near)?.[0];
  if (near === undefined || !action) return [];
  return [{ title: `Lead to ${actionLabel(action)}`, edits: replaceValue(model, node, near) }];
}

/** The edits that add an action at the end of a list. Being `hangup` or `stop` it changes nothing for what runs into it there. */
export function appendAction(model: FlowModel, { scope }: ActionNode, type: 'hangup' | 'stop', id: string): Edit[] {
  return insertItem(model, scope.list, { id, type });
}

/** The id of an action, and the edits that give it one where it has none. */
export function idOf(model: FlowModel, action: ActionNode, newId: () => string): { id: string; edits: Edit[] } {
  if (action.id !== undefined) return { id: action.id, edits: [] };
  const id = newId();
  const { idNode, node } = action;
  return { id, edits: idNode ? replaceValue(model, idNode, id) : prependMember(model, node, 'id', id) };
}
