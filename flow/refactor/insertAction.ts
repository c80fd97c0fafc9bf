import { type Edit, insertItem, replaceValue } from '../edit/edit';
import { targetOf } from '../graph/target';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import type { ActionJson } from './actionJson';
import { freshIdOfType } from './freshId';
import { inSteps } from './inSteps';
import { removeNext } from './leadTo';
import { nameStart } from './nameStart';
import { goesOn, namedNext } from './nextOf';

/**
 * The edits that put an action at a place of a list, counted from 0 as its items are; at the end where it is left out. No way is changed by hand. None
 * where the text is one action without a list, here and below.
 */
export function insertAction(
  model: FlowModel,
  { list, fragment }: Scope,
  action: ActionJson,
  position?: number,
): Edit[] {
  return fragment ? [] : insertItem(model, list, action, position);
}

/** The edits that let a list begin with another action. What jumps to the start by its reserved id leads where it led. */
export function insertFirst(model: FlowModel, scope: Scope, action: ActionJson, newId: () => string): Edit[] {
  if (scope.fragment) return [];
  const list = model.scopes.indexOf(scope);
  return inSteps(model, ...nameStart((later) => later.scopes[list], newId), (later) => {
    const found = later.scopes[list];
    return found ? insertAction(later, found, action, 0) : [];
  });
}

/** The edits that put an action behind another one: it runs next, and goes on where the other went on. */
export function insertAfter(model: FlowModel, before: ActionNode, action: ActionJson): Edit[] {
  const { scope, node } = before;
  if (scope.fragment) return [];
  const position = node.index + 1;
  const named = goesOn(before) ? namedNext(before) : undefined;
  if (!named) return insertItem(model, scope.list, action, position);
  const { id, ...rest } = action;
  const led = { ...(id === undefined ? {} : { id }), next_id: named.value, ...rest };
  return [...insertItem(model, scope.list, led, position), ...removeNext(model, before)];
}

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
