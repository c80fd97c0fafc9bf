import { type JsonNode, member, type Path } from '../json/node';
import type { ActionNode } from '../model/flowModel';

/** The value at a path within the options of an action; undefined where there is none. */
export function optionAt({ option }: ActionNode, path: Path): JsonNode | undefined {
  return stepDown(option, path);
}

function stepDown(node: JsonNode | undefined, [part, ...rest]: Path): JsonNode | undefined {
  if (part === undefined) return node;
  if (typeof part === 'string') return stepDown(member(node, part), rest);
  return node?.type === 'array' && node.children[part] ? stepDown(node.children[part], rest) : undefined;
}
