import { type JsonNode, member } from '../json/node';
import type { ActionNode } from '../model/flowModel';

/** Where a value stands within the options of an action: names of members and positions in lists, from the outside in. */
export type OptionPath = readonly (string | number)[];

/** The value at a path; undefined where there is none. */
export function optionAt({ option }: ActionNode, path: OptionPath): JsonNode | undefined {
  return stepDown(option, path);
}

function stepDown(node: JsonNode | undefined, [part, ...rest]: OptionPath): JsonNode | undefined {
  if (part === undefined) return node;
  if (typeof part === 'string') return stepDown(member(node, part), rest);
  return node?.type === 'array' && node.children[part] ? stepDown(node.children[part], rest) : undefined;
}
