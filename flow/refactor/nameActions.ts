import { reservedIds } from '../catalog/reservedIds';
import { type Edit, prependMember } from '../edit/edit';
import { targetOf } from '../graph/target';
import { hasKey, type JsonNode, textOf } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { canonicalUuid, nilUuid } from '../model/uuid';
import { suggestedNames } from './suggestedNames';

/**
 * The edits that give an action a name made of its type and its text, in its id and in every reference to it. None where it has a name, where its id
 * is not one that VoIPbin takes, and in a document that takes no names.
 */
export function nameAction(model: FlowModel, action: ActionNode): Edit[] {
  return nameActions(model, [action]);
}

/** The same for every action of a document. */
export const nameAllActions = perModel((model): readonly Edit[] => nameActions(model, model.actions));

function nameActions(model: FlowModel, actions: readonly ActionNode[]): Edit[] {
  if (!model.jsonc) return [];
  const names = suggestedNames(model);
  const given = new Map<ActionNode, string>();
  for (const action of actions) {
    const name = names.get(action);
    if (name !== undefined && mayBeNamed(action)) given.set(action, name);
  }
  const edits = [...given].flatMap(([{ node, idNode }, name]) =>
    idNode ? [replacement(idNode, name)] : prependMember(model, node, 'id', name),
  );
  for (const reference of model.references) {
    const target = reference.id === undefined || reservedIds.has(reference.id) ? undefined : targetOf(reference);
    const name = target && given.get(target);
    if (name !== undefined) edits.push(replacement(reference.node, name));
  }
  return edits;
}

const replacement = ({ offset, end }: JsonNode, name: string): Edit => ({ offset, end, text: JSON.stringify(name) });

/** What is wrong is not for a new name to hide. */
function mayBeNamed(action: ActionNode): boolean {
  const { id, idNode, node, scope } = action;
  if (id !== undefined) return !reservedIds.has(id) && scope.byId.get(id)?.[0] === action;
  if (!idNode) return !hasKey(node, 'id');
  const text = textOf(idNode);
  return idNode.type === 'null' || text === '' || (text !== undefined && canonicalUuid(text) === nilUuid);
}
