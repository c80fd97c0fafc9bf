import type { JsonNode } from '../../flow';
import { exactJson, jsonText } from '../api/exactJson';

/**
 * The value of a node to be sent: like `toValue`, numbers with the digits that the text has.
 *
 * An object that has a key twice keeps both, in their order: VoIPbin merges some of them.
 */
export function exactValue(node: JsonNode, text: string): unknown {
  if (node.type === 'array') return node.children.map((child) => exactValue(child, text));
  if (node.type === 'object') {
    const members = node.children.flatMap((child) =>
      child.key && child.type !== 'missing' ? [[child.key.name, exactValue(child, text)] as const] : [],
    );
    const value = Object.fromEntries(members);
    if (Object.keys(value).length === members.length) return value;
    return exactJson(`{${members.map(([key, member]) => `${JSON.stringify(key)}:${jsonText(member)}`).join(',')}}`);
  }
  const written = node.type === 'number' ? text.slice(node.offset, node.end) : '';
  return number.test(written) && String(node.value) !== written ? exactJson(written) : node.value;
}

/** As JSON has numbers; what else reads as one here is an error there. */
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
