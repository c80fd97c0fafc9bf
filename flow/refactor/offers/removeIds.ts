import { reservedIds } from '../../catalog/reservedIds';
import { remove } from '../../edit/edit';
import { flowGraph } from '../../graph/flowGraph';
import { isActionName } from '../../model/actionName';
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

/**
 * The actions whose id nothing names; none where a target is not in the document, since it could name any. The ids of the calls around a name stay: the
 * UUID that VoIPbin gets in its place is made from them, and from the number of the calls without an id.
 */
function spareIds(model: FlowModel, scope: Scope): readonly ActionNode[] {
  if (scope.fragment) return [];
  const graph = flowGraph(model);
  if (scope.actions.some((action) => graph.from(action).some(({ open }) => open))) return [];
  const named = new Set(
    model.references.flatMap((reference) => (reference.from.scope === scope ? [reference.id] : [])),
  );
  const calls = callsAroundNames(model, scope);
  return scope.actions.filter(
    (action) =>
      action.id !== undefined && !named.has(action.id) && !reservedIds.has(action.id) && !calls.includes(action),
  );
}

/** The calls of a list, if an action in one of them has a name. */
function callsAroundNames({ jsonc, scopes }: FlowModel, list: Scope): readonly ActionNode[] {
  if (!jsonc) return [];
  const isWithin = (scope: Scope | undefined): boolean =>
    scope?.owner !== undefined && (scope.owner.scope === list || isWithin(scope.owner.scope));
  const hasNames = scopes.some((scope) => isWithin(scope) && scope.actions.some(({ id }) => id && isActionName(id)));
  return hasNames ? scopes.flatMap(({ owner }) => (owner?.scope === list ? [owner] : [])) : [];
}
