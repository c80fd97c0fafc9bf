import type { ActionNode } from '../../../flow/model/flowModel';
import { actionWords } from '../../../flow/refactor/actionWords';
import { freshId } from '../../../flow/refactor/freshId';
import { freeName, suggestedNames, takenNames } from '../../../flow/refactor/suggestedNames';
import type { Site } from './site';

/** An id for an action that has none: a name where a document may have them and has no UUIDs yet, otherwise as refactorings give it. */
export function idToGive({ model }: Site, action: ActionNode, newId: () => string): string {
  const isFirst = model.jsonc && model.actions.every(({ id }) => id === undefined);
  return (isFirst ? suggestedNames(model).get(action) : undefined) ?? freshId(model, action, newId);
}

/** A name for the action whose id is being typed; undefined where a document has none. */
export function nameToOffer({ model, action }: Site): string | undefined {
  if (!model.jsonc || !action) return undefined;
  const taken = new Set(takenNames(model, action.scope));
  // The present value will be replaced.
  if (action.id !== undefined && action.scope.byId.get(action.id)?.length === 1) taken.delete(action.id);
  return freeName(actionWords(action), taken);
}
