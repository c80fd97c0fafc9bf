import type { Edit } from '../edit/edit';
import { reorderItems } from '../edit/reorderItems';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { type EditStep, follow, inSteps, stepOn } from './inSteps';
import { leadOn } from './leadTo';
import { goesOn, type Next, namedNext, neighbourOf, nextOf } from './nextOf';

/**
 * The edits that move an action to another place of its list and keep every way: where the order of the list no longer says what comes next, `next_id`
 * does. Undefined where the flow would begin with another action, and where the place is none.
 *
 * `position` counts the items of the list from 0, as they stand afterwards.
 */
export function moveAction(
  model: FlowModel,
  action: ActionNode,
  position: number,
  newId: () => string,
): Edit[] | undefined {
  const { scope, node } = action;
  const order = moved(scope.list.children.length, node.index, position);
  if (!order || !canMove(action, position)) return undefined;
  return inSteps(model, ...reorderSteps(model, scope, order, (moved) => nextOf(model, moved), newId));
}

/**
 * The steps that put the items of a list into another order, after which each action is followed by what `next` says: by the order where that will do,
 * else by its `next_id`.
 */
export function reorderSteps(
  model: FlowModel,
  scope: Scope,
  order: readonly number[],
  next: (action: ActionNode) => Next | undefined,
  newId: () => string,
): EditStep[] {
  const byIndex = new Map(scope.actions.map((action) => [action.node.index, action]));
  const after = order.flatMap((index) => byIndex.get(index) ?? []);
  const steps = after.flatMap((action, at) => {
    const behind = after[at + 1] ?? 'end';
    const follower = goesOn(action) ? next(action) : undefined;
    if (follower === undefined) return [];
    const isSame = behind === neighbourOf(action) && follower === nextOf(model, action);
    return isSame ? [] : [leadStep(model, action, follower, behind, newId)];
  });
  return [...steps, (later) => reorder(later, model, scope, order)];
}

/** Whether an action can be moved to a place of its list so that the flow begins with the same action. */
export function canMove({ scope, node }: ActionNode, position: number): boolean {
  const { actions, list, fragment } = scope;
  if (fragment || !Number.isInteger(position) || position === node.index) return false;
  const first = actions[0]?.node.index ?? 0;
  return position > first && position < list.children.length && node.index !== first;
}

/**
 * The edits that let an action and the one behind it run in the other order. Jumps go on to lead to the action that they name. Undefined where one of
 * them does not go on to the next action of the list.
 */
export function swapWithNext(model: FlowModel, first: ActionNode): Edit[] | undefined {
  const { scope, order: at, node } = first;
  const second = scope.actions[at + 1];
  if (!second || scope.fragment) return undefined;
  if ([first, second].some((action) => namedNext(action) || !goesOn(action))) return undefined;
  if (second.node.index !== node.index + 1) return undefined;
  const order = moved(scope.list.children.length, node.index, second.node.index);
  return order && reorderItems(model, scope.list, order);
}

/** The order of so many items in which one of them has gone to another place; undefined where that is none. */
export function moved(length: number, from: number, to: number): number[] | undefined {
  if (!Number.isInteger(to) || to < 0 || to >= length || to === from) return undefined;
  const order = Array.from({ length }, (_, index) => index);
  order.splice(from, 1);
  order.splice(to, 0, from);
  return order;
}

/** The step after which an action is followed by another one, or ends the flow; `behind`: what stands behind it in the list then. */
export function leadStep(model: FlowModel, action: ActionNode, next: Next, behind: Next, newId: () => string) {
  const findNext = next === 'end' ? undefined : follow(model, next);
  const findBehind = behind === 'end' ? undefined : follow(model, behind);
  return stepOn(model, action, (later, current) => {
    const to = findNext ? findNext(later) : 'end';
    return to ? leadOn(later, current, to, newId, findBehind?.(later) ?? 'end') : [];
  });
}

function reorder(later: FlowModel, model: FlowModel, scope: Scope, order: readonly number[]): Edit[] {
  const list = later.scopes[model.scopes.indexOf(scope)]?.list;
  return list ? reorderItems(later, list, order) : [];
}
