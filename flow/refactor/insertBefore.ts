import { type Edit, insertItem, replaceValue } from '../edit/edit';
import { targetOf } from '../graph/target';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { ActionJson } from './actionJson';
import { freshIdOfType } from './freshId';

/**
 * The edits that put an action in front of another one, on every way to it: what names the other by its id names the new action. The other keeps its
 * id, by which its author, tests and breakpoints know it. None where the text is one action without a list.
 */
export function insertBefore(model: FlowModel, before: ActionNode, action: ActionJson, newId: () => string): Edit[] {
  const { scope, position } = before;
  if (scope.fragment) return [];
  const leading = model.references.filter((reference) => reference.id === before.id && targetOf(reference) === before);
  const [first] = leading;
  if (!first || before.id === undefined) return insertItem(model, scope.list, action, position);
  const type = typeof action.type === 'string' ? action.type : 'action';
  const id = typeof action.id === 'string' ? action.id : freshIdOfType(model, scope, type, newId);
  return [
    ...insertItem(model, scope.list, { id, ...action }, position),
    ...leading.flatMap(({ node }) => replaceValue(model, node, id)),
  ].sort((a, b) => a.offset - b.offset || a.end - b.end);
}
