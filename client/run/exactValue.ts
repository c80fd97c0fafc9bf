import type { JsonNode } from '../../flow/json/node';
import { exactNumber } from '../api/exactNumber';

/** The value of a node to be sent: like `toValue`, numbers with the digits that the text has. */
export function exactValue(node: JsonNode, text: string): unknown {
  if (node.type === 'array') return node.children.map((child) => exactValue(child, text));
  if (node.type === 'object') {
    const members = node.children.filter((child) => child.key && child.type !== 'missing');
    return Object.fromEntries(members.map((child) => [child.key?.name ?? '', exactValue(child, text)]));
  }
  const written = node.type === 'number' ? text.slice(node.offset, node.end) : '';
  return number.test(written) ? exactNumber(written) : node.value;
}

/** As JSON has numbers; what else reads as one here is an error there. */
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
