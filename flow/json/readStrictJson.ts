import type { JsonKey, JsonNode } from './node';

type OpenNode = { -readonly [K in keyof JsonNode]: JsonNode[K] };

const noChildren: JsonNode[] = [];
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The tree of a text that is JSON to the letter; undefined for any other, which the forgiving reader then takes.
 *
 * Most versions of a document are whole, and this reads them in about a quarter of the time: it makes nothing but the tree. `maxDepth` counts
 * containers.
 */
export function readStrictJson(text: string, maxDepth: number): JsonNode | undefined {
  // What was read in all open containers: when one is closed, its part becomes a list of just the right length.
  const waiting: JsonNode[] = [];
  let top = 0;
  let first = 0;
  const firsts: number[] = [];
  let parent: OpenNode | undefined;
  let at = skipBlank(text, 0);
  for (;;) {
    let key: JsonKey | undefined;
    if (parent?.type === 'object') {
      key = readKey(text, at);
      if (!key) return undefined;
      at = skipBlank(text, key.end);
      if (text.charCodeAt(at) !== 58) return undefined;
      at = skipBlank(text, at + 1);
    }
    const code = text.charCodeAt(at);
    const index = top - first;
    let node: OpenNode | undefined;
    if (code === 123 || code === 91) {
      const type = code === 123 ? 'object' : 'array';
      node = { type, offset: at, end: 0, parent, key, index, value: undefined, children: noChildren };
      if (firsts.length === maxDepth) return undefined;
      at = skipBlank(text, at + 1);
      if (text.charCodeAt(at) !== code + 2) {
        waiting[top++] = node;
        firsts.push(first);
        first = top;
        parent = node;
        continue;
      }
      node.end = at + 1;
    } else {
      node = readScalar(text, at, code, parent, key, index);
      if (!node) return undefined;
    }
    // Behind a value: every bracket closes a container, and a comma goes on to the next value.
    for (;;) {
      at = skipBlank(text, node.end);
      if (!parent) return at === text.length ? node : undefined;
      waiting[top++] = node;
      const next = text.charCodeAt(at);
      if (next === 44) break;
      if (next !== (parent.type === 'object' ? 125 : 93)) return undefined;
      parent.children = waiting.slice(first, top);
      parent.end = at + 1;
      top = first - 1;
      first = firsts.pop() ?? 0;
      node = parent;
      parent = node.parent;
    }
    at = skipBlank(text, at + 1);
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
  return at;
}

function readKey(text: string, offset: number): JsonKey | undefined {
  if (text.charCodeAt(offset) !== 34) return undefined;
  const found = endOfString(text, offset);
  const name = decode(text, offset, found);
  return name === undefined ? undefined : { name, offset, end: Math.abs(found) };
}

function readScalar(
  text: string,
  offset: number,
  code: number,
  parent: JsonNode | undefined,
  key: JsonKey | undefined,
  index: number,
): JsonNode | undefined {
  let type: 'string' | 'number' | 'boolean' | 'null' = 'string';
  let value: string | number | boolean | null | undefined;
  let end: number;
  if (code === 34) {
    const found = endOfString(text, offset);
    value = decode(text, offset, found);
    if (value === undefined) return undefined;
    end = Math.abs(found);
  } else if (text.startsWith('true', offset)) {
    type = 'boolean';
    value = true;
    end = offset + 4;
  } else if (text.startsWith('false', offset)) {
    type = 'boolean';
    value = false;
    end = offset + 5;
  } else if (text.startsWith('null', offset)) {
    type = 'null';
    value = null;
    end = offset + 4;
  } else {
    number.lastIndex = offset;
    if (!number.test(text)) return undefined;
    type = 'number';
    end = number.lastIndex;
    value = Number(text.slice(offset, end));
  }
  return { type, offset, end, parent, key, index, value, children: noChildren };
}

/** Where the string ends that begins at `offset`, as a negative number where it has escapes; 0 where it is no JSON. */
function endOfString(text: string, offset: number): number {
  let escaped = false;
  for (let at = offset + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return escaped ? -at - 1 : at + 1;
    if (code === 92) {
      escaped = true;
      at++;
    } else if (!(code >= 32)) return 0; // A control character, or NaN: the end of the text.
  }
}

function decode(text: string, offset: number, end: number): string | undefined {
  if (end > 0) return text.slice(offset + 1, end - 1);
  try {
    return end === 0 ? undefined : (JSON.parse(text.slice(offset, -end)) as string);
  } catch {
    return undefined; // An escape that JSON does not know: the forgiving reader names it.
  }
}
