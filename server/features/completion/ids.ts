import {
  type ActionNode,
  actionWords,
  freeName,
  freshId,
  isActionName,
  namesWhileTyping,
  suggestedNames,
  takenNames,
} from '../../../flow';
import type { Site } from './site';

/** An id for an action that has none: a name where a document may have them and has no UUIDs yet, otherwise as refactorings give it. */
export function idToGive(site: Site, action: ActionNode, newId: () => string): string {
  const { model } = site;
  const isFirst = model.jsonc && model.actions.every(({ id }) => id === undefined);
  const id = (isFirst ? suggestedNames(model).get(action) : undefined) ?? freshId(model, action, newId);
  return isActionName(id) ? (namesAt(site)?.get(action) ?? id) : id;
}

const typing = new WeakMap<Site, ReturnType<typeof namesWhileTyping> | undefined>();

/** The names that are free if the value of the site is replaced; undefined where it is not the target of an action. */
function namesAt(site: Site) {
  if (!typing.has(site)) {
    const { model, container, key } = site;
    const reference = model.references.find(
      ({ node }) => node.parent === container && key !== undefined && node.key?.offset === key.offset,
    );
    typing.set(site, reference && namesWhileTyping(model, reference));
  }
  return typing.get(site);
}

/** A name for the action whose id is being typed; undefined where a document has none. */
export function nameToOffer({ model, action }: Site): string | undefined {
  if (!model.jsonc || !action) return undefined;
  const taken = new Set(takenNames(model, action.scope));
  // The present value will be replaced.
  if (action.id !== undefined && action.scope.byId.get(action.id)?.length === 1) taken.delete(action.id);
  return freeName(actionWords(action), taken);
}
