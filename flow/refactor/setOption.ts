import { type Edit, insertMember, remove, replaceValue } from '../edit/edit';
import { type JsonNode, member } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';

/** The edits that give an option of an action a value, or take it out where the value is undefined. */
export function setOption(
  model: FlowModel,
  { option, optionNode, node }: ActionNode,
  name: string,
  value: unknown,
): Edit[] {
  const known = member(option, name);
  if (value === undefined) return known ? remove(model, known) : [];
  return putOption(model, { object: option, at: optionNode ?? node }, name, value);
}

/** Where the options of an action stand: their object, and the node to write at where there is none. */
export interface OptionSite {
  readonly object: JsonNode | undefined;
  readonly at: JsonNode;
}

/** The edits that give an option a value: in the place of the one that is there, else behind the others, which get an `option` where there is none. */
export function putOption(model: FlowModel, { object, at }: OptionSite, name: string, value: unknown): Edit[] {
  const node = member(object, name);
  if (node) return replaceValue(model, node, value);
  if (object) return insertMember(model, object, name, value);
  if (at.key) return replaceValue(model, at, { [name]: value });
  return insertMember(model, at, 'option', { [name]: value }, member(at, 'type'));
}
