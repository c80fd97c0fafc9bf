import { type FlowModel, firstIndex, isClosed, type JsonNode, stringEnd } from '../../../flow';
import { type CursorToken, nextSignificant } from './token';

/** What the token is in its document: a property's name, its value, an item of an array, or the document's only value. */
export type Role = 'document' | 'key' | 'value' | 'item';

/** The role of a token, from the text around it; undefined where nothing may be, or where a value is already. */
export function findRole(
  model: FlowModel,
  text: string,
  token: CursorToken,
  before: number,
  after: number,
): Role | undefined {
  const previous = text[before];
  if (previous === undefined) return after >= text.length ? 'document' : undefined;
  if (previous === ':') return token.kind === 'none' && hasValue(text, after) ? undefined : 'value';
  // Right after a closing quote a string is finished; before a colon it is a key.
  if (previous === '"' && before === token.start - 1) return undefined;
  if (token.kind === 'none' && text[after] === ':') return undefined;
  if (previous === '{') return 'key';
  if (previous === '[') return 'item';
  // The text before the token was read as it is meant, whatever the token does to the rest.
  const container = containerAt(model, token.start);
  if (!container) return undefined;
  if (container.type === 'array') return 'item';
  const last = lastBefore(container.children, token.start);
  // A key without its colon asks for that first.
  return last?.type === 'missing' && last.key?.end === before + 1 ? undefined : 'key';
}

/** Whether a value begins at an offset; a string that is a key does not count. */
function hasValue(text: string, offset: number): boolean {
  const character = text[offset];
  if (character === undefined || /[,:\]}]/.test(character)) return false;
  return character !== '"' || text[nextSignificant(text, stringEnd(text, offset))] !== ':';
}

function containerAt(model: FlowModel, offset: number): JsonNode | undefined {
  let container: JsonNode | undefined;
  for (let node = model.root; node; ) {
    if (node.type !== 'object' && node.type !== 'array') break;
    if (offset <= node.offset || (offset >= node.end && isClosed(model.text, node))) break;
    container = node;
    node = lastBefore(node.children, offset);
  }
  return container;
}

/** The last of some nodes that begins before an offset. */
function lastBefore(nodes: readonly JsonNode[], offset: number): JsonNode | undefined {
  return nodes[firstIndex(nodes, (node) => node.offset >= offset) - 1];
}
