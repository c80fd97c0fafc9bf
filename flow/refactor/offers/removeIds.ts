import { reservedIds } from '../../catalog/reservedIds';
import { remove } from '../../edit/edit';
import { flowGraph } from '../../graph/flowGraph';
import type { ActionNode, FlowModel, Scope } from '../../model/flowModel';
import type { Refactoring } from '../refactoring';

export const removeIds: Refactoring = {
  name: 'remove-ids',
  kind: 'rewrite',
  offer({ model, actions: [action], tested }) {
    const spare = action ? spareIds(model, action.scope).filter((candidate) => !tested?.has(candidate)) : [];
    if (spare.length === 0) return undefined;
    return {
      title: `Remove ${spare.length === 1 ? 'the id' : `the ${spare.length} ids`} of this list that no action and no test refers to`,
      edits: () => spare.flatMap(({ idNode }) => (idNode ? remove(model, idNode) : [])),
    };
  },
};

/** The actions whose id nothing names; none where a target is not in the document, since it could name any. */
function spareIds(model: FlowModel, scope: Scope): readonly ActionNode[] {
  if (scope.fragment) return [];
  const graph = flowGraph(model);
  if (scope.actions.some((action) => graph.from(action).some(({ open }) => open))) return [];
  const named = new Set(
    model.references.flatMap((reference) => (reference.from.scope === scope ? [reference.id] : [])),
  );
  return scope.actions.filter(({ id }) => id !== undefined && !named.has(id) && !reservedIds.has(id));
}
