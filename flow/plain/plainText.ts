import { isContainer, type JsonNode } from '../json/node';
import type { FlowModel } from '../model/flowModel';
import { plainModel } from './plainModel';

/**
 * A document as VoIPbin takes it: JSON without comments, trailing commas and names, two columns for each level, with a line break at its end.
 *
 * Numbers keep their digits, and a key that stands twice does so here. Of broken text it is what could be read. Made of its own result it is the same.
 */
export function plainText(model: FlowModel): string {
  const { root, text } = plainModel(model);
  return root ? `${write(root, text, '\n')}\n` : '';
}

function write(node: JsonNode, text: string, line: string): string {
  if (node.type === 'number') return numberOf(node, text);
  if (!isContainer(node)) return JSON.stringify(node.value ?? null);
  const [open, close] = node.type === 'object' ? '{}' : '[]';
  const inner = `${line}  `;
  const parts = node.children.flatMap((child) => {
    if (child.type === 'missing') return [];
    const value = write(child, text, inner);
    return [child.key ? `${JSON.stringify(child.key.name)}: ${value}` : value];
  });
  return parts.length === 0 ? `${open}${close}` : `${open}${inner}${parts.join(`,${inner}`)}${line}${close}`;
}

/** A number may have more digits than JavaScript keeps; what is not one in JSON is written as it was read. */
function numberOf({ value, offset, end }: JsonNode, text: string): string {
  const written = text.slice(offset, end);
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(written) ? written : JSON.stringify(value);
}
