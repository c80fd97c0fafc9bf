import { actionKeys } from '../../catalog/actionKeys';
import { type Edit, insertMember, replaceValue } from '../../edit/edit';
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
  // An `option` that is no object is a matter of its type.
  if (optionNode) return optionNode.type === 'null' ? { object: undefined, at: optionNode } : undefined;
  const partial = scope.fragment || hasKey(node, 'option') || isBroken(model, node);
  return partial ? undefined : { object: undefined, at: node };
}

/** The edits that give an option a value: in the place of the one that is there, else behind the others, which get an `option` where there is none. */
export function putOption(model: FlowModel, { object, at }: OptionPlace, name: string, value: unknown): Edit[] {
  const node = member(object, name);
  if (node) return replaceValue(model, node, value);
  if (object) return insertMember(model, object, name, value);
  if (at.type === 'null') return replaceValue(model, at, { [name]: value });
  return insertMember(model, at, 'option', { [name]: value }, member(at, 'type'));
}

const misspeltOption = actionKeys.find((field) => field.name === 'option')?.alsoCalled ?? [];

/** Whether an option stands beside `type`, or under `options`: it is there, and another check tells where it belongs. */
export function isMisplaced({ node }: ActionNode, name: string): boolean {
  return hasKey(node, name) || misspeltOption.some((key) => hasKey(member(node, key), name));
}
