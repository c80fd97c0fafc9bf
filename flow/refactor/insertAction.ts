import { type Edit, insertItem, remove } from '../edit/edit';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { nilUuid } from '../model/uuid';
import type { ActionJson } from './actionJson';
import { goesOn } from './nextOf';

/** The edits that put an action at a place of a list, counted from 0 as its items are; at the end where it is left out. No way is changed by hand. */
export function insertAction(model: FlowModel, { list }: Scope, action: ActionJson, position?: number): Edit[] {
  return insertItem(model, list, action, position);
}

/** The edits that put an action behind another one: it runs next, and goes on where the other went on. */
export function insertAfter(model: FlowModel, before: ActionNode, action: ActionJson): Edit[] {
  const { nextNode, scope, node } = before;
  const position = node.index + 1;
  const follows = goesOn(before) && nextNode?.type === 'string' && nextNode.value !== nilUuid;
  if (!follows) return insertItem(model, scope.list, action, position);
  const { id, ...rest } = action;
  const led = { ...(id === undefined ? {} : { id }), next_id: nextNode.value, ...rest };
  return [...insertItem(model, scope.list, led, position), ...remove(model, nextNode)];
}
