import { replaceValue } from '../../edit/edit';
import { type JsonNode, textOf } from '../../json/node';
import type { ActionNode, FlowModel, Reference } from '../../model/flowModel';
import type { Fix } from '../check';

/**
 * A new UUID for an action, in its id and in every reference to the same text within its scope; undefined where it has no id.
 *
 * Of several actions with one text as their id the first takes the references along.
 */
export function giveUuid(model: FlowModel, action: ActionNode, newId: () => string): Fix | undefined {
  const { idNode } = action;
  if (!idNode) return undefined;
  const id = newId();
  const places = [idNode, ...listReferences(model, action, idNode).map((reference) => reference.node)];
  const more = places.length - 1;
  const title =
    more === 0
      ? 'Give it a UUID'
      : `Give it a UUID, here and in ${more === 1 ? 'the reference' : `${more} references`}`;
  return { title, edits: places.flatMap((node) => replaceValue(model, node, id)) };
}

/** The references that mean an action by the text of its id, whether or not VoIPbin can follow them. */
export function listReferences(model: FlowModel, action: ActionNode, idNode: JsonNode): Reference[] {
  const text = textOf(idNode);
  if (!text || findByText(action, text) !== action) return [];
  return model.references.filter(({ from, node }) => from.scope === action.scope && textOf(node) === text);
}

/** The first action beside another one whose id is exactly that text. */
export function findByText({ scope }: ActionNode, text: string): ActionNode | undefined {
  return text === '' ? undefined : scope.actions.find((one) => textOf(one.idNode) === text);
}
