import { textOf } from '../../json/node';
import { isActionName } from '../../model/actionName';
import type { ActionNode, FlowModel, Reference } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { quote } from '../../text/quote';
import { findByText } from '../action/giveUuid';

/** The references that jump: all but `next_id`, and only those whose value is a text. */
export function listTargets(model: FlowModel): readonly Reference[] {
  return model.references.filter(
    (reference) => reference.kind !== 'next' && (reference.id !== undefined || reference.node.type === 'string'),
  );
}

/** A reference with a UUID. */
export interface DanglingReference extends Reference {
  readonly id: string;
}

/** The references, `next_id` included, with a UUID that no action of their scope has; none where the actions are elsewhere. */
export const listDangling = perModel((model): readonly DanglingReference[] => model.references.filter(isDangling));

function isDangling(reference: Reference): reference is DanglingReference {
  const { id, from } = reference;
  return id !== undefined && !from.scope.byId.has(id) && !from.scope.fragment;
}

/** The action with an id in another flow of the document, where no jump leads. */
export function findElsewhere(model: FlowModel, { from }: Reference, id: string): ActionNode | undefined {
  for (const scope of model.scopes) {
    const found = scope === from.scope ? undefined : scope.byId.get(id)?.[0];
    if (found) return found;
  }
  return undefined;
}

/** What no action does where a reference leads nowhere. */
export const describeMissing = (id: string): string => (isActionName(id) ? `has the name ${quote(id)}` : 'has this id');

/** How messages name the place of a reference: its key, or the case of a `branch`. */
export function describeReference({ node, kind, caseKey }: Reference): string {
  if (kind !== 'case') return `\`${node.key?.name}\``;
  return `The target for ${JSON.stringify(caseKey ?? '')}`;
}

/** Whether the text of a reference is the id of an action beside it, in a form that VoIPbin does not take. */
export function meantByText(model: FlowModel, { from, node }: Reference): ActionNode | undefined {
  return findByText(model, from, textOf(node) ?? '');
}
