import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { freeName, suggestedNames, takenNames } from './suggestedNames';

/** An id for an action that has none, or whose own goes to another: a name in a document that uses names, otherwise `newId`. */
export function freshId(model: FlowModel, action: ActionNode, newId: () => string): string {
  if (!usesNames(model).value) return newId();
  if (action.name === undefined) return suggestedNames(model).get(action) ?? newId();
  return nextName(model, action.scope, action.name);
}

/** An id for an action that comes from another list into one; it is free in both, and none of those that are `given` already. */
export function freshIdIn(
  model: FlowModel,
  scope: Scope,
  { name, scope: from }: ActionNode,
  given: Iterable<string>,
  newId: () => string,
): string {
  if (name === undefined) return newId();
  const taken = [...takenNames(model, scope), ...takenNames(model, from), ...given];
  return freeName([withoutNumber(name)], new Set(taken));
}

/** An id for a new action of a type. */
export function freshIdOfType(model: FlowModel, scope: Scope, type: string, newId: () => string): string {
  if (!usesNames(model).value) return newId();
  const suggested = scope.actions.flatMap((action) => suggestedNames(model).get(action) ?? []);
  return freeName(type.split('_'), new Set([...takenNames(model, scope), ...suggested]));
}

/** The name with the next number that is free: `ask-2` for `ask`, `ask-3` for `ask-2`. */
function nextName(model: FlowModel, scope: Scope, name: string): string {
  return freeName([withoutNumber(name)], takenNames(model, scope));
}

const withoutNumber = (name: string) => name.replace(/-\d+$/, '');

/** Whether the author of a document uses names. */
const usesNames = perModel(({ jsonc, actions }) => ({
  value: jsonc && actions.some(({ name }) => name !== undefined),
}));
