import type { JsonNode } from './node';

/** Where in the document's text a character of a string's decoded value stands; `index` may be the value's length: the closing quote. */
export function offsetInText(text: string, node: JsonNode, index: number): number {
  return moveInText(text, node.offset + 1, index, node.end);
}

/** Where the character stands that comes `count` behind the one at `from` in a decoded string; at most `end`. */
export function moveInText(text: string, from: number, count: number, end: number): number {
  let at = from;
  for (let left = count; left > 0 && at < end; left--) {
    if (text[at] !== '\\') at++;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return Math.min(at, end);
}
