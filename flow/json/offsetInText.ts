import type { JsonNode } from './node';

/** Where in the document's text a character of a string's decoded value stands; `index` may be the value's length: the closing quote. */
export function offsetInText(text: string, node: JsonNode, index: number): number {
  let at = node.offset + 1;
  for (let left = index; left > 0 && at < node.end; left--) {
    if (text[at] !== '\\') at++;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return Math.min(at, node.end);
}
