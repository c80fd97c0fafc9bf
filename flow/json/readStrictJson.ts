import type { JsonNode, JsonType, Scalar } from './node';
import { TreeBuilder } from './treeBuilder';

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The tree of a text that is JSON to the letter; undefined for any other, which the forgiving reader then takes.
 *
 * Most versions of a document are whole, and this reads them in a fraction of the time. `maxDepth` counts containers.
 */
export function readStrictJson(text: string, maxDepth: number): JsonNode | undefined {
  const tree = new TreeBuilder(text);
  let inObject = false;
  // Of each open container, whether it is an object; the last is `inObject`.
  const enclosing: boolean[] = [];
  let at = skipBlank(text, 0);
  for (;;) {
    if (inObject) {
      at = readKey(text, at, tree);
      if (at === 0) return undefined;
      at = skipBlank(text, at);
      if (text.charCodeAt(at) !== 58) return undefined;
      at = skipBlank(text, at + 1);
    }
    const code = text.charCodeAt(at);
    if (code === 123 || code === 91) {
      if (tree.depth === maxDepth) return undefined;
      tree.open(code === 123 ? 'object' : 'array', at);
      enclosing.push(inObject);
      inObject = code === 123;
      at = skipBlank(text, at + 1);
      if (text.charCodeAt(at) !== code + 2) continue;
    } else {
      at = readScalar(text, at, code, tree);
      if (at === 0) return undefined;
      at = skipBlank(text, at);
    }
    // Behind a value: every bracket closes a container, and a comma goes on to the next value.
    for (;;) {
      if (tree.depth === 0) return at === text.length ? tree.finish() : undefined;
      const next = text.charCodeAt(at);
      if (next === 44) break;
      if (next !== (inObject ? 125 : 93)) return undefined;
      tree.close(at + 1);
      inObject = enclosing.pop() ?? false;
      at = skipBlank(text, at + 1);
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

/** Reads a key and answers with its end; 0 where there is none. */
function readKey(text: string, offset: number, tree: TreeBuilder): number {
  if (text.charCodeAt(offset) !== 34) return 0;
  let hash = 0;
  let at = offset + 1;
  for (let code = text.charCodeAt(at); code !== 34; code = text.charCodeAt(++at)) {
    if (code === 92) return readEscapedKey(text, offset, tree);
    if (!(code >= 32)) return 0; // A control character, or NaN: the end of the text.
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  tree.keyInText(offset, at + 1, hash);
  return at + 1;
}

function readEscapedKey(text: string, offset: number, tree: TreeBuilder): number {
  const end = endOfString(text, offset);
  const name = end === 0 ? undefined : decode(text.slice(offset, end));
  if (name === undefined) return 0;
  tree.key(name, offset, end);
  return end;
}

/** Reads a value without others in it and answers with its end; 0 where there is none. */
function readScalar(text: string, offset: number, code: number, tree: TreeBuilder): number {
  if (code === 34) return readString(text, offset, tree);
  if (text.startsWith('true', offset)) return taken(tree, 'boolean', offset, offset + 4, true);
  if (text.startsWith('false', offset)) return taken(tree, 'boolean', offset, offset + 5, false);
  if (text.startsWith('null', offset)) return taken(tree, 'null', offset, offset + 4, null);
  number.lastIndex = offset;
  if (!number.test(text)) return 0;
  const end = number.lastIndex;
  return taken(tree, 'number', offset, end, Number(text.slice(offset, end)));
}

function readString(text: string, offset: number, tree: TreeBuilder): number {
  for (let at = offset + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return taken(tree, 'string', offset, at + 1, text.slice(offset + 1, at));
    if (code === 92) return readEscaped(text, offset, tree);
    if (!(code >= 32)) return 0; // A control character, or NaN: the end of the text.
  }
}

function readEscaped(text: string, offset: number, tree: TreeBuilder): number {
  const end = endOfString(text, offset);
  const value = end === 0 ? undefined : decode(text.slice(offset, end));
  return value === undefined ? 0 : taken(tree, 'string', offset, end, value);
}

function taken(tree: TreeBuilder, type: JsonType, offset: number, end: number, value: Scalar): number {
  tree.add(type, offset, end, value);
  return end;
}

/** Where the string ends that begins at `offset`; 0 where it has no end, or a character that a string must escape. */
function endOfString(text: string, offset: number): number {
  for (let at = offset + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code === 92) at++;
    else if (!(code >= 32)) return 0; // A control character, or NaN: the end of the text.
  }
}

/** The string of a literal with its quotes; undefined where it has an escape that JSON does not know, which the forgiving reader names. */
function decode(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}
