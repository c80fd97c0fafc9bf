import type { JsonValue } from '../../json/jsonValue';
import type { JsonNode } from '../../json/node';
import { objectOfMembers } from './repeatedKeys';
import { wellFormed } from './wellFormed';

/** The value of a node as Go reads it, see `parseJson`; what is missing in the text is null, or left out where it has a key. */
export function valueOfNode(node: JsonNode): JsonValue {
  if (node.type === 'array') return node.children.map(valueOfNode);
  if (node.type === 'object') {
    return objectOfMembers(
      node.children.flatMap((child): [string, JsonValue][] =>
        child.key && child.type !== 'missing' ? [[wellFormed(child.key.name), valueOfNode(child)]] : [],
      ),
    );
  }
  const value = node.value ?? null;
  return typeof value === 'string' ? wellFormed(value) : value;
}
