import { actionKeys } from '../../catalog/actionKeys';
import { hasKey, type JsonNode, member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { isBroken } from '../../model/isBroken';

/** Where the options of an action stand, and where a finding about a missing one stands. */
export interface OptionPlace {
  readonly object: JsonNode | undefined;
  readonly at: JsonNode;
}

/**
 * The place in which options of an action may be found missing; undefined where nothing can be said: what cannot be read, or is still to
 * be typed, may be the very thing, and an example of a single action without `option` leaves it out on purpose.
 */
export function optionPlace(model: FlowModel, action: ActionNode): OptionPlace | undefined {
  const { node, scope, optionNode, option } = action;
  if (option) return isBroken(model, option) ? undefined : { object: option, at: option };
  // An `option` that is not an object is a matter of its type.
  if (optionNode) return optionNode.type === 'null' ? { object: undefined, at: optionNode } : undefined;
  const partial = scope.fragment || hasKey(node, 'option') || isBroken(model, node);
  return partial ? undefined : { object: undefined, at: node };
}

const misspeltOption = actionKeys.find((field) => field.name === 'option')?.alsoCalled ?? [];

/** Whether an option stands beside `type`, or under `options`: it is there, and another check tells where it belongs. */
export function isMisplaced({ node }: ActionNode, name: string): boolean {
  return hasKey(node, name) || misspeltOption.some((key) => hasKey(member(node, key), name));
}
