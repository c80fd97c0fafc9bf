import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { freeName, suggestedNames, takenNames } from './suggestedNames';

/** An id for an action that has none, or whose own goes to another: a name in a document that uses names, otherwise `newId`. */
export function freshId(model: FlowModel, action: ActionNode, newId: () => string): string {
  if (!usesNames(model).value) return newId();
  if (action.name === undefined) return suggestedNames(model).get(action) ?? newId();
  return nextName(model, action.scope, action.name);
}

/** An id for a new action of a type. */
export function freshIdOfType(model: FlowModel, scope: Scope, type: string, newId: () => string): string {
  if (!usesNames(model).value) return newId();
  const suggested = scope.actions.flatMap((action) => suggestedNames(model).get(action) ?? []);
  return freeName(type.split('_'), new Set([...takenNames(model, scope), ...suggested]));
}

/** The name with the next number that is free: `ask-2` for `ask`, `ask-3` for `ask-2`. */
function nextName(model: FlowModel, scope: Scope, name: string): string {
  return freeName([name.replace(/-\d+$/, '')], takenNames(model, scope));
}

/** Whether the author of a document uses names. */
const usesNames = perModel(({ jsonc, actions }) => ({
  value: jsonc && actions.some(({ name }) => name !== undefined),
}));
