import { type Edit, insertItem, replaceValue } from '../../edit/edit';
import { isActionName } from '../../model/actionName';
import type { ActionNode, FlowModel, Reference, Scope } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { actionOfPlainId } from '../../plain/actionOfPlainId';
import { freshIdOfType } from '../../refactor/freshId';
import { actionLabel } from '../../text/actionLabel';
import { closest } from '../../text/closest';
import type { Fix } from '../check';
import type { DanglingReference } from './listTargets';

/** Ids differ in nearly every digit; those that differ in a few are one id with a slip in it. */
const slips = 4;

/**
 * A fix that leads a reference to the action whose id comes nearest to it. Numbered ids are all near to each other, so it is never sure. Where the id is
 * the UUID of a name, that is meant.
 */
export function offerNearest(model: FlowModel, { from, node, id }: DanglingReference): Fix[] {
  const meant = actionOfPlainId(model, from.scope, id);
  const near = meant?.name ?? nearestId(model, from.scope, id);
  const action = meant ?? (near === undefined ? undefined : from.scope.byId.get(near)?.[0]);
  if (near === undefined || !action) return [];
  return [{ title: `Lead to ${actionLabel(action)}`, edits: replaceValue(model, node, near) }];
}

/** How many ids are compared for one version of a text: an author does not look for each of thousands of slips. */
const maxCompared = 60_000;
const compared = perModel(() => ({ left: maxCompared, known: new Map<Scope, Map<string, string | undefined>>() }));

/** The id of a scope that comes nearest to one that none of its actions has; it is looked for once. */
function nearestId(model: FlowModel, scope: Scope, id: string): string | undefined {
  const state = compared(model);
  const known = state.known.get(scope) ?? new Map<string, string | undefined>();
  state.known.set(scope, known);
  if (known.has(id)) return known.get(id);
  state.left -= scope.byId.size;
  // Names are short words, of which a third may be wrong.
  const limit = isActionName(id) ? undefined : slips;
  const near = state.left < 0 ? undefined : closest(id, scope.byId.keys(), limit);
  known.set(id, near);
  return near;
}

/** The edits that add an action at the end of a list. Being `hangup` or `stop` it changes nothing for what runs into it there. */
export function appendAction(model: FlowModel, { scope }: ActionNode, type: 'hangup' | 'stop', id: string): Edit[] {
  return insertItem(model, scope.list, { id, type });
}

/** The edits that lead a reference to a new action at the end of its list. */
export function leadToNew(
  model: FlowModel,
  { node, from }: Reference,
  type: 'hangup' | 'stop',
  newId: () => string,
): Edit[] {
  const id = freshIdOfType(model, from.scope, type, newId);
  return [...replaceValue(model, node, id), ...appendAction(model, from, type, id)];
}
