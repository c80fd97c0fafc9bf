import { findAction } from '../catalog';
import { maxNameLength } from '../model/actionName';
import type { ActionNode, FlowModel, Reference, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { actionWords } from './actionWords';

/**
 * A name for every action of a document that has none, made of its type and what says most about it: `talk-welcome`. None is taken by another action
 * of the list or by a reference of it, none is a type, and the same text gives the same names.
 */
export const suggestedNames = perModel((model): ReadonlyMap<ActionNode, string> => {
  const names = new Map<ActionNode, string>();
  for (const scope of model.scopes) addNames(names, scope, takenNames(model, scope));
  return names;
});

/** The same for the list of a reference that is being typed: it waits for no action yet, and what it says can be the name of one. */
export function namesWhileTyping(model: FlowModel, { id, from: { scope }, node }: Reference) {
  const taken = new Set(takenNames(model, scope));
  const isWanted = model.references.some(
    (other) => other.node !== node && other.id === id && other.from.scope === scope,
  );
  if (id !== undefined && !scope.byId.has(id) && !isWanted) taken.delete(id);
  const names = new Map<ActionNode, string>();
  addNames(names, scope, taken);
  return names;
}

function addNames(names: Map<ActionNode, string>, { actions }: Scope, taken: ReadonlySet<string>): void {
  const nextName = nameGiver(taken);
  for (const action of actions) if (action.name === undefined) names.set(action, nextName(actionWords(action)));
}

/** The ids that stand in a list, those that lead nowhere included: a new name must not be what they wait for. */
export function takenNames(model: FlowModel, scope: Scope): ReadonlySet<string> {
  return idsByScope(model).get(scope) ?? none;
}

const none: ReadonlySet<string> = new Set();

const idsByScope = perModel((model) => {
  const ids = new Map(model.scopes.map((scope) => [scope, new Set(scope.byId.keys())]));
  for (const { id, from } of model.references) if (id !== undefined) ids.get(from.scope)?.add(id);
  return ids;
});

/** Gives one name after another as `freeName` does, none of them twice. */
export function nameGiver(known: ReadonlySet<string>): (words: readonly string[]) => string {
  const taken = new Set(known);
  // Of a thousand actions that say the same, the last does not try all the numbers again.
  const numbers = new Map<string, number>();
  return (words) => {
    const base = fitting(words, maxNameLength);
    const { name, number } = freeNameFrom(words, taken, numbers.get(base) ?? 1);
    numbers.set(base, number + 1);
    taken.add(name);
    return name;
  };
}

/** A name that begins with these words and is not taken: `ask`, `ask-2`, `ask-3`; of a type `talk-1`, since tests mean the type by `talk`. */
export const freeName = (words: readonly string[], taken: ReadonlySet<string>) => freeNameFrom(words, taken, 1).name;

/** The same, with the first number that is tried, and the number that the name got: 1 also for the name without any. */
function freeNameFrom(words: readonly string[], taken: ReadonlySet<string>, first: number) {
  const isType = findAction(fitting(words, maxNameLength)) !== undefined;
  for (let number = first; ; number++) {
    const end = number === 1 && !isType ? '' : `-${number}`;
    const name = fitting(words, maxNameLength - end.length) + end;
    if (!taken.has(name)) return { name, number };
  }
}

/** As many whole words as there is room for; of the first one what fits. */
function fitting([first = 'action', ...more]: readonly string[], room: number): string {
  let name = first.slice(0, room);
  for (const word of more) {
    if (name.length + word.length + 1 > room) break;
    name += `-${word}`;
  }
  return name;
}
