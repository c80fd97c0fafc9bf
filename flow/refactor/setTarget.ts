import { type Edit, insertMember, remove, replaceValue } from '../edit/edit';
import { member } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { stepOn } from './inSteps';
import { leadOn, removeNext, withId } from './leadTo';
import type { Next } from './nextOf';
import { setOption } from './setOption';

/** A way on from an action that its author can lead elsewhere; a case has the text that the variable has to be. */
export type EdgeName = 'next' | 'goto' | 'default' | 'false' | { readonly case: string };

const options = { goto: 'target_id', default: 'default_target_id', false: 'false_target_id' } as const;

/**
 * The edits that lead one way of an action to another action, which gets an id where it has none. Without a target the way is taken out: a case or
 * an option is removed, and `next` goes by the order of the list again. `end` is for `next` alone: other ways cannot end a flow.
 */
export function setTarget(
  model: FlowModel,
  action: ActionNode,
  edge: EdgeName,
  target: Next | undefined,
  newId: () => string,
): Edit[] {
  if (edge === 'next') {
    if (target !== undefined) return leadOn(model, action, target, newId);
    return removeNext(model, action);
  }
  if (target === 'end') return [];
  if (target === undefined) return putTarget(model, action, edge, undefined);
  return withId(model, target, newId, (later, id) =>
    stepOn(model, action, (_, current) => putTarget(later, current, edge, id))(later),
  );
}

function putTarget(
  model: FlowModel,
  action: ActionNode,
  edge: Exclude<EdgeName, 'next'>,
  id: string | undefined,
): Edit[] {
  if (typeof edge === 'string') return setOption(model, action, options[edge], id);
  const cases = member(action.option, 'target_ids');
  const known = cases?.children.find(({ key }) => key?.name === edge.case);
  if (id === undefined) return known ? remove(model, known) : [];
  if (known) return replaceValue(model, known, id);
  if (cases?.type === 'object') return insertMember(model, cases, edge.case, id);
  return setOption(model, action, 'target_ids', { [edge.case]: id });
}
