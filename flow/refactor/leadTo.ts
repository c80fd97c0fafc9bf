import { finishId } from '../catalog/reservedIds';
import { type Edit, insertMember, prependMember, remove, replaceValue } from '../edit/edit';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { idOf } from './idOf';
import { follow, inSteps, stepOn } from './inSteps';
import { type Next, namedNext, neighbourOf } from './nextOf';

/**
 * The edits after which an action is followed by another one, or ends the flow: `next_id`, and none where the list has it so already.
 *
 * `neighbour` is what stands behind the action in the list, where that is about to be something else than today.
 */
export function leadOn(
  model: FlowModel,
  action: ActionNode,
  next: Next,
  newId: () => string,
  neighbour: Next = neighbourOf(action),
): Edit[] {
  if (next === neighbour) return removeNext(model, action);
  if (next === 'end') return putNext(model, action, finishId);
  return withId(model, next, newId, (later, id) =>
    stepOn(model, action, (_, current) => putNext(later, current, id))(later),
  );
}

/** The edits after which the order of the list says what follows an action. */
export function removeNext(model: FlowModel, action: ActionNode): Edit[] {
  const named = namedNext(action);
  return named ? remove(model, named) : [];
}

/** The edits that use the id of an action, which gets one before where it has none. */
export function withId(
  model: FlowModel,
  target: ActionNode,
  newId: () => string,
  use: (later: FlowModel, id: string) => readonly Edit[],
): Edit[] {
  const find = follow(model, target);
  return inSteps(
    model,
    () => idOf(model, target, newId).edits,
    (later) => {
      const id = find(later)?.id;
      return id === undefined ? [] : use(later, id);
    },
  );
}

/** The edits that give an action its `next_id`. */
export function putNext(model: FlowModel, { node, idNode, nextNode }: ActionNode, id: string): Edit[] {
  if (nextNode) return replaceValue(model, nextNode, id);
  return idNode ? insertMember(model, node, 'next_id', id, idNode) : prependMember(model, node, 'next_id', id);
}
