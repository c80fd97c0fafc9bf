import { addTo } from '../../collections/addTo';
import { replaceValue } from '../../edit/edit';
import { type JsonNode, textOf } from '../../json/node';
import type { ActionNode, FlowModel, Reference, Scope } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { freeName, takenNames } from '../../refactor/suggestedNames';
import { quote } from '../../text/quote';
import type { Fix } from '../check';

/**
 * A new UUID for an action, in its id and in every reference to the same text within its scope; undefined where it has no id.
 *
 * Of several actions with one text as their id the first takes the references along.
 */
export function giveUuid(model: FlowModel, action: ActionNode, newId: () => string): Fix | undefined {
  const { idNode } = action;
  if (!idNode) return undefined;
  const made = given(model);
  const known = made.get(action);
  if (known) return known;
  const id = newId();
  const places = placesOfId(model, action, idNode);
  const more = places.length - 1;
  const title =
    more === 0
      ? 'Give it a UUID'
      : `Give it a UUID, here and in ${more === 1 ? 'the reference' : `${more} references`}`;
  const fix = { title, edits: places.flatMap((node) => replaceValue(model, node, id)) };
  made.set(action, fix);
  return fix;
}

/** The same as a fix of one of the references. */
export function giveUuidThere(model: FlowModel, action: ActionNode, newId: () => string): Fix[] {
  const fix = giveUuid(model, action, newId);
  return fix ? [{ ...fix, title: `Give ${quote(textOf(action.idNode) ?? '')} a UUID everywhere` }] : [];
}

/** The fix of each action, which all that refer to it share: of thousands of references none is worth thousands of edits. */
const given = perModel(() => new Map<ActionNode, Fix>());

/** The id of an action, and the references that mean it by its text, whether or not VoIPbin can follow them. */
function placesOfId(model: FlowModel, action: ActionNode, idNode: JsonNode): readonly JsonNode[] {
  const text = textOf(idNode);
  if (!text || findByText(model, action, text) !== action) return [idNode];
  return [idNode, ...(referencesByText(model).get(action.scope)?.get(text) ?? []).map(({ node }) => node)];
}

/** The fix that gives an action a name of some words, in its id and wherever that is meant. */
export function nameFrom(words: readonly string[], model: FlowModel, action: ActionNode): Fix {
  const name = freeName(words, takenNames(model, action.scope));
  const places = action.idNode ? placesOfId(model, action, action.idNode) : [];
  return { title: `Name it ${quote(name)}`, edits: places.flatMap((node) => replaceValue(model, node, name)) };
}

/** The first action beside another one whose id is exactly that text. */
export function findByText(model: FlowModel, { scope }: ActionNode, text: string): ActionNode | undefined {
  return text === '' ? undefined : actionsByText(model).get(scope)?.get(text);
}

const actionsByText = perModel((model): ReadonlyMap<Scope, ReadonlyMap<string, ActionNode>> => {
  const scopes = new Map<Scope, Map<string, ActionNode>>();
  for (const scope of model.scopes) {
    const actions = new Map<string, ActionNode>();
    scopes.set(scope, actions);
    for (const action of scope.actions) {
      const text = textOf(action.idNode);
      if (text !== undefined && !actions.has(text)) actions.set(text, action);
    }
  }
  return scopes;
});

const referencesByText = perModel((model): ReadonlyMap<Scope, ReadonlyMap<string, readonly Reference[]>> => {
  const scopes = new Map<Scope, Map<string, Reference[]>>();
  for (const reference of model.references) {
    const text = textOf(reference.node);
    if (text === undefined) continue;
    const { scope } = reference.from;
    const texts = scopes.get(scope) ?? new Map<string, Reference[]>();
    scopes.set(scope, texts);
    addTo(texts, text, reference);
  }
  return scopes;
});
