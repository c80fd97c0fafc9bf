import { replaceValue } from '../../edit/edit';
import { addTo } from '../../json/addTo';
import { type JsonNode, textOf } from '../../json/node';
import type { ActionNode, FlowModel, Reference, Scope } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
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
  const places = [idNode, ...listReferences(model, action, idNode).map((reference) => reference.node)];
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

/** The references that mean an action by the text of its id, whether or not VoIPbin can follow them. */
export function listReferences(model: FlowModel, action: ActionNode, idNode: JsonNode): readonly Reference[] {
  const text = textOf(idNode);
  if (!text || findByText(model, action, text) !== action) return [];
  return referencesByText(model).get(action.scope)?.get(text) ?? [];
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
