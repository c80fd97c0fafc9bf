import { insertItem, insertMember, remove, replaceValue } from '../../edit/edit';
import { flowGraph } from '../../graph/flowGraph';
import { targetOf } from '../../graph/target';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { isKnownVariable } from '../../model/variables';
import { freshIdOfType } from '../../refactor/freshId';
import { idOf } from '../../refactor/idOf';
import { inSteps, stepOn } from '../../refactor/inSteps';
import type { Fix } from '../check';
import { appendAction } from './offerTargets';

const times = 2;

/**
 * A fix that turns a `goto` into a jump that is really counted: a variable grows by a letter in each round, and a condition on its length jumps back. None
 * where what would follow is not in the list, and in the actions of a `call`: the flow that places it replaces their variables once for all rounds.
 */
export function countedJump(model: FlowModel, action: ActionNode, target: string, newId: () => string): Fix[] {
  const { scope, typeNode, node } = action;
  if (scope.fragment || scope.owner || !typeNode) return [];
  const own = model.references.find(({ from, kind }) => from === action && kind === 'next');
  const next = own ? targetOf(own) : scope.actions[action.order + 1];
  // What no way leads to would only become more.
  if (next === action || (!next && own) || !flowGraph(model).isReachable(action)) return [];
  const name = freeVariable(model);
  const stop = next ? undefined : freshIdOfType(model, scope, 'stop', newId);
  const follower = next ? idOf(model, next, newId) : undefined;
  const grow = { key: name, value: `\${${name}}x` };
  const test = {
    type: 'condition_variable',
    next_id: target,
    option: {
      condition: '<=',
      variable: `\${${name}}`,
      value_type: 'length',
      value_length: times,
      false_target_id: follower?.id ?? stop,
    },
  };
  const edits = inSteps(
    model,
    () => follower?.edits ?? (stop === undefined ? [] : appendAction(model, action, 'stop', stop)),
    stepOn(model, action, (later, { optionNode, node: object, nextNode, typeNode: type }) => [
      ...(type ? replaceValue(later, type, 'variable_set') : []),
      ...(optionNode ? replaceValue(later, optionNode, grow) : insertMember(later, object, 'option', grow)),
      ...(nextNode ? remove(later, nextNode) : []),
    ]),
    stepOn(model, action, (later, current) => insertItem(later, current.scope.list, test, node.index + 1)),
  );
  return [{ title: `Jump ${times} times: count in the variable \`${name}\``, edits }];
}

function freeVariable(model: FlowModel): string {
  let name = 'rounds';
  while (isKnownVariable(model, name)) name += '_';
  return name;
}
