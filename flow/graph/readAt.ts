import type { JsonNode } from '../json/node';
import type { ActionNode } from '../model/flowModel';
import { isAction } from '../model/variables';

/** How an action reads a variable: `${name}` in a text, or by its bare name, as `branch`, `digits_receive` and `condition_call_digits` do. */
export type ReadBy = 'text' | 'name';

/**
 * The action before which VoIPbin reads a variable that an action uses. Its list has the variables that are read: a `call` makes a flow with its own.
 *
 * Names are read by the flow in which the action runs. Texts in the actions of a `call` are replaced by the flow around, when it runs the outermost `call`.
 *
 * Source: `bin-flow-manager/pkg/variablehandler/substitute.go:66-124`, `bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928`.
 */
export function readAt(action: ActionNode, by: ReadBy): ActionNode {
  let point = action;
  if (by === 'text') while (point.scope.owner) point = point.scope.owner;
  return point;
}

/** Whether what sets a variable sets it for the flow in which an action runs: the document's `variables` are not those of a new call. */
export function isSetFor(setter: ActionNode | JsonNode, { scope }: ActionNode): boolean {
  return isAction(setter) ? setter.scope === scope : !scope.owner;
}
