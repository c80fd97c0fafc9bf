import { actionDefinitions, findAction } from '../catalog';
import { isObject } from '../json/jsonValue';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { canonicalUuid, uuids } from '../model/uuid';
import { actionLabel } from '../text/actionLabel';
import { closest } from '../text/closest';

/**
 * Whether an expectation names an action: by its type, or by its id as the document has it. A word that is a type means the type, also where an action
 * has it as its name: a name that is added or changed gives no other word of a test file another meaning.
 */
export function isCalled(name: string, { type, id }: { readonly type: string; readonly id: string }): boolean {
  if (findAction(name)) return name === type;
  return name === id || (name.length === id.length && canonicalUuid(name) === id);
}

/** The action of a document whose id an expectation names; of several lists that use it one of those that are meant, else the outermost. */
export function namedAction(name: string, model: FlowModel, lists: readonly Scope[] = []): ActionNode | undefined {
  if (findAction(name)) return undefined;
  const id = canonicalUuid(name) ?? name;
  const inOne = (scopes: readonly Scope[]) => scopes.find(({ byId }) => byId.has(id))?.byId.get(id)?.[0];
  return inOne(lists) ?? inOne(model.scopes.filter(({ owner }) => !owner)) ?? inOne(model.scopes);
}

/** An action as a sentence calls it: of an id also what it is. */
export function callName(name: string, model: FlowModel, lists: readonly Scope[] = []): string {
  const action = namedAction(name, model, lists);
  return action ? `${action.order + 1} ${actionLabel(action)}` : `\`${name}\``;
}

/** What is wrong with the name of an action, as a sentence or two; undefined where it can be one. An id can also be one of stored flows, and of what URLs answer in a world. */
export function unknownName(name: string, model: FlowModel, worlds: readonly unknown[] = []): string | undefined {
  if (findAction(name) || namedAction(name, model)) return undefined;
  const id = canonicalUuid(name);
  if (id === undefined) {
    const meant = meantName(name, model);
    const word = model.jsonc ? 'name' : 'id';
    const hint =
      meant === undefined
        ? `Write a type such as \`talk\`, or the ${word} of an action.`
        : `Did you mean \`${meant}\`?`;
    return `\`${name}\` is not an action type, and the flow does not have an action with this ${word}. ${hint}`;
  }
  return idsIn(worlds).has(id) ? undefined : `The flow does not have an action with the id \`${name}\`.`;
}

/** The type, id or name that a misspelt one most likely means; undefined where none is near. */
export function meantName(name: string, model: FlowModel): string | undefined {
  if (canonicalUuid(name) !== undefined) return undefined;
  const types = actionDefinitions.map(({ type }) => type);
  const ids = model.actions.flatMap((action) => action.id ?? []);
  return closest(name, [...types, ...ids]);
}

/** Ids in what worlds hold of actions: stored flows, and what URLs answer. A world can be half typed. */
function idsIn(worlds: readonly unknown[]): ReadonlySet<string> {
  const parts = worlds.flatMap((world) => (isObject(world) ? [world.flows, world.fetch] : []));
  const written = parts.flatMap((part) => JSON.stringify(part ?? null).match(uuids) ?? []);
  return new Set(written.flatMap((id) => canonicalUuid(id) ?? []));
}
