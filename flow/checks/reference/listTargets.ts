import { textOf } from '../../json/node';
import type { ActionNode, FlowModel, Reference } from '../../model/flowModel';

/** The references that jump: all but \`next_id\`, and only those whose value is a text. */
export function* listTargets(model: FlowModel): Generator<Reference> {
  for (const reference of model.references) {
    if (reference.kind !== 'next' && reference.node.type === 'string') yield reference;
  }
}

/** A UUID that no action of the reference's scope bears; undefined for everything else, and where actions are elsewhere. */
export function danglingId({ id, from }: Reference): string | undefined {
  return id === undefined || from.scope.fragment || from.scope.byId.has(id) ? undefined : id;
}

/** The action with an id in another flow of the document, where no jump leads. */
export function findElsewhere(model: FlowModel, { from }: Reference, id: string): ActionNode | undefined {
  for (const scope of model.scopes) {
    const found = scope === from.scope ? undefined : scope.byId.get(id)?.[0];
    if (found) return found;
  }
  return undefined;
}

/** The reference whose value a node is. */
export function referenceAt(model: FlowModel, at: object): Reference | undefined {
  return model.references.find((reference) => reference.node === at);
}

/** How messages name the place of a reference: its key, or the case of a \`branch\`. */
export function sayReference({ node, kind, caseKey }: Reference): string {
  if (kind !== 'case') return `\`${node.key?.name}\``;
  return `The target for ${JSON.stringify(caseKey ?? '')}`;
}

/** Whether the text of a reference is the id of an action beside it, in a form that VoIPbin does not take. */
export function meantByText({ from, node }: Reference): ActionNode | undefined {
  const text = textOf(node);
  return text ? from.scope.actions.find((action) => textOf(action.idNode) === text) : undefined;
}
