import type { JsonKey, JsonNode } from './node';

/** Reading stops at the first thing that is not plain JSON. */
const irregular = Symbol('irregular');
const noChildren: JsonNode[] = [];
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The tree of a text that is JSON to the letter; undefined for any other, which the forgiving reader then takes.
 *
 * Most versions of a document are whole, and this reads them in about half the time: it makes nothing but the tree. `maxDepth` counts containers.
 */
export function readStrictJson(text: string, maxDepth: number): JsonNode | undefined {
  let at = 0;
  let depth = 0;

  const skipBlank = () => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      at++;
    }
  };
  /** The text of the string that begins here; leaves `at` behind its closing quote. */
  const readString = (): string => {
    const start = ++at;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34) return text.slice(start, at++);
      if (code === 92) return readEscaped(start);
      // Also NaN, at the end of the text.
      if (!(code >= 32)) throw irregular;
      at++;
    }
  };
  const readEscaped = (start: number): string => {
    for (let code = 92; code !== 34; code = text.charCodeAt(at)) {
      if (!(code >= 32)) throw irregular;
      at += code === 92 ? 2 : 1;
    }
    at++;
    try {
      return JSON.parse(text.slice(start - 1, at)) as string;
    } catch {
      throw irregular; // An escape that JSON does not know: the forgiving reader names it.
    }
  };
  const readScalar = (code: number): string | number | boolean | null => {
    if (code === 34) return readString();
    if (text.startsWith('true', at)) return skip(4, true);
    if (text.startsWith('false', at)) return skip(5, false);
    if (text.startsWith('null', at)) return skip(4, null);
    number.lastIndex = at;
    const found = number.exec(text);
    if (!found) throw irregular;
    return skip(found[0].length, Number(found[0]));
  };
  const skip = <T>(length: number, value: T): T => {
    at += length;
    return value;
  };
  const readValue = (parent: JsonNode | undefined, key: JsonKey | undefined, index: number): JsonNode => {
    const code = skipBlank();
    const offset = at;
    if (code === 123 || code === 91) {
      if (++depth > maxDepth) throw irregular;
      const children: JsonNode[] = [];
      const type = code === 123 ? 'object' : 'array';
      const node: JsonNode = { type, offset, end: 0, parent, key, index, value: undefined, children };
      at++;
      if (code === 123) readMembers(node, children);
      else readItems(node, children);
      node.end = ++at;
      depth--;
      return node;
    }
    const value = readScalar(code);
    const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
    return { type, offset, end: at, parent, key, index, value, children: noChildren };
  };
  const readMembers = (node: JsonNode, children: JsonNode[]) => {
    if (skipBlank() === 125) return;
    for (;;) {
      if (skipBlank() !== 34) throw irregular;
      const offset = at;
      const name = readString();
      const key: JsonKey = { name, offset, end: at };
      if (skipBlank() !== 58) throw irregular;
      at++;
      children.push(readValue(node, key, children.length));
      const code = skipBlank();
      if (code === 125) return;
      if (code !== 44) throw irregular;
      at++;
    }
  };
  const readItems = (node: JsonNode, children: JsonNode[]) => {
    if (skipBlank() === 93) return;
    for (;;) {
      children.push(readValue(node, undefined, children.length));
      const code = skipBlank();
      if (code === 93) return;
      if (code !== 44) throw irregular;
      at++;
    }
  };

  try {
    const root = readValue(undefined, undefined, 0);
    return Number.isNaN(skipBlank()) ? root : undefined;
  } catch (error) {
    if (error === irregular) return undefined;
    throw error;
  }
}
