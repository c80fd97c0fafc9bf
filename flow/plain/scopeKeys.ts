import type { Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';

/**
 * What tells the lists of a document apart, wherever their actions stand in the text: the way to a list by the ids of the `call` actions around it.
 * A `call` without an id counts among those of its list. The document's own list has the empty key.
 */
export const scopeKeys = perModel((model): ReadonlyMap<Scope, string> => {
  const keys = new Map<Scope, string>();
  const unnamed = new Map<Scope, number>();
  for (const scope of model.scopes) {
    const { owner } = scope;
    if (!owner) {
      keys.set(scope, '');
      continue;
    }
    const count = (unnamed.get(owner.scope) ?? 0) + (owner.id === undefined ? 1 : 0);
    unnamed.set(owner.scope, count);
    keys.set(scope, `${keys.get(owner.scope) ?? ''}/${owner.id ?? `#${count}`}`);
  }
  return keys;
});
