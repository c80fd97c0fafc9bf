import { finishId } from '../catalog/reservedIds';
import { type Edit, insertItem, remove, replaceValue } from '../edit/edit';
import { targetBy, targetOf } from '../graph/target';
import type { ActionNode, FlowModel, Reference } from '../model/flowModel';
import { freshIdOfType } from './freshId';
import { type EditStep, inSteps, stepOn } from './inSteps';
import { withId } from './leadTo';
import { leadStep, moved, reorderSteps } from './moveAction';
import { comesByOrder, goesOn, type Next, neighbourOf, nextOf } from './nextOf';

/**
 * The edits that take an action out and close the gap: what led to it leads to what came behind it. Behind a `branch` comes its default; behind what
 * ends a flow, the next action of the list. Where the flow ended behind it, jumps lead to a new `stop`, since a jump needs an action.
 *
 * A flow begins with its first action: what came behind that one comes to the front of the list. Where the flow ended behind it, the flow begins with the
 * next action of the list, as behind what ends a flow: the way to the end was that of the action.
 *
 * `successor` is what is to come in its place instead. None where the text is one action without a list.
 */
export function deleteAction(
  model: FlowModel,
  action: ActionNode,
  newId: () => string,
  successor: Next = successorOf(model, action),
): Edit[] {
  if (action.scope.fragment) return [];
  const neighbour = neighbourOf(action);
  const next = successor === action ? neighbour : successor;
  const leading = model.references.filter(
    (reference) => reference.from !== action && reference.id !== undefined && leadsTo(reference, action),
  );
  const before = action.scope.actions[action.order - 1];
  return inSteps(
    model,
    ...(leading.length > 0 ? [redirect(model, action, leading, next, newId)] : []),
    ...(before && comesByOrder(model, action, before) && next !== neighbour
      ? [leadStep(model, before, next, neighbour, newId)]
      : []),
    ...(before || next === 'end' || next === neighbour ? [] : startWith(model, action, next, newId)),
    stepOn(model, action, (later, current) => remove(later, current.node)),
  );
}

/** The steps that put what a flow is to begin with behind its first action, which goes. */
function startWith(model: FlowModel, action: ActionNode, next: ActionNode, newId: () => string): EditStep[] {
  const { scope, node } = action;
  const order = moved(scope.list.children.length, next.node.index, node.index + 1);
  if (!order) return [];
  const followerOf = (other: ActionNode) => {
    const follower = nextOf(model, other);
    return follower === action ? next : follower;
  };
  return reorderSteps(model, scope, order, followerOf, newId);
}

/** What comes in the place of an action that goes. */
export function successorOf(model: FlowModel, action: ActionNode): Next {
  if (goesOn(action)) return nextOf(model, action) ?? neighbourOf(action);
  return targetBy('default', action, model) ?? neighbourOf(action);
}

/** Whether a value names the action itself, not the start of the flow by its reserved id. */
function leadsTo(reference: Reference, action: ActionNode): boolean {
  return reference.id === action.id && targetOf(reference) === action;
}

function redirect(
  model: FlowModel,
  action: ActionNode,
  leading: readonly Reference[],
  next: Next,
  newId: () => string,
): EditStep {
  const places = leading.map((reference) => model.references.indexOf(reference));
  const put = (later: FlowModel, idFor: (reference: Reference) => string) =>
    places.flatMap((at) => {
      const reference = later.references[at];
      return reference ? replaceValue(later, reference.node, idFor(reference)) : [];
    });
  if (next !== 'end') return (now) => withId(now, next, newId, (later, id) => put(later, () => id));
  const list = model.scopes.findIndex(({ actions }) => actions.includes(action));
  const stopId = leading.some(({ kind }) => kind !== 'next')
    ? freshIdOfType(model, action.scope, 'stop', newId)
    : undefined;
  return (now) =>
    inSteps(
      now,
      (later) => put(later, ({ kind }) => (kind === 'next' ? finishId : (stopId ?? finishId))),
      (later) => {
        const scope = later.scopes[list];
        return scope && stopId !== undefined ? insertItem(later, scope.list, { id: stopId, type: 'stop' }) : [];
      },
    );
}
