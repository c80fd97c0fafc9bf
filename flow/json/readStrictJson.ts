import { Kind, type Rows } from './rows';
import { RowWriter } from './rowWriter';

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The rows of a text that is JSON to the letter; undefined for any other, which the forgiving reader then takes.
 *
 * Most versions of a document are whole, and this reads them in a fraction of the time. `maxDepth` counts containers.
 */
export function readStrictJson(text: string, maxDepth: number): Rows | undefined {
  const rows = new RowWriter(text);
  let inObject = false;
  // Of each open container, whether it is an object; the last is `inObject`.
  const enclosing: boolean[] = [];
  let at = skipBlank(text, 0);
  for (;;) {
    if (inObject) {
      at = readKey(text, at, rows);
      if (at === 0) return undefined;
      at = skipBlank(text, at);
      if (text.charCodeAt(at) !== 58) return undefined;
      at = skipBlank(text, at + 1);
    }
    const code = text.charCodeAt(at);
    if (code === 123 || code === 91) {
      if (rows.depth === maxDepth) return undefined;
      rows.open(code === 123 ? Kind.object : Kind.array, at);
      enclosing.push(inObject);
      inObject = code === 123;
      at = skipBlank(text, at + 1);
      if (text.charCodeAt(at) !== code + 2) continue;
    } else {
      at = readScalar(text, at, code, rows);
      if (at === 0) return undefined;
      at = skipBlank(text, at);
    }
    // Behind a value: every bracket closes a container, and a comma goes on to the next value.
    for (;;) {
      if (rows.depth === 0) return at === text.length ? rows.finish() : undefined;
      const next = text.charCodeAt(at);
      if (next === 44) break;
      if (next !== (inObject ? 125 : 93)) return undefined;
      rows.close(at + 1);
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
function readKey(text: string, offset: number, rows: RowWriter): number {
  if (text.charCodeAt(offset) !== 34) return 0;
  let hash = 0;
  let at = offset + 1;
  for (let code = text.charCodeAt(at); code !== 34; code = text.charCodeAt(++at)) {
    if (code === 92) return readEscapedKey(text, offset, rows);
    if (!(code >= 32)) return 0; // A control character, or NaN: the end of the text.
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  rows.key(rows.idInText(offset + 1, at, hash), offset, at + 1);
  return at + 1;
}

function readEscapedKey(text: string, offset: number, rows: RowWriter): number {
  const end = endOfString(text, offset);
  const name = end === 0 ? undefined : decode(text.slice(offset, end));
  if (name === undefined) return 0;
  rows.key(rows.idOf(name), offset, end);
  return end;
}

/** Reads a value without others in it and answers with its end; 0 where there is none. */
function readScalar(text: string, offset: number, code: number, rows: RowWriter): number {
  let kind: number = Kind.string;
  let end: number;
  if (code === 34) {
    end = endOfString(text, offset);
  } else if (text.startsWith('true', offset)) {
    kind = Kind.boolean;
    end = offset + 4;
  } else if (text.startsWith('false', offset)) {
    kind = Kind.boolean;
    end = offset + 5;
  } else if (text.startsWith('null', offset)) {
    kind = Kind.null;
    end = offset + 4;
  } else {
    number.lastIndex = offset;
    kind = Kind.number;
    end = number.test(text) ? number.lastIndex : 0;
  }
  if (end > 0) rows.add(kind, offset, end);
  return end;
}

/** Where the string ends that begins at `offset`; 0 where it is no JSON. */
function endOfString(text: string, offset: number): number {
  let escaped = false;
  for (let at = offset + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return escaped && decode(text.slice(offset, at + 1)) === undefined ? 0 : at + 1;
    if (code === 92) {
      escaped = true;
      at++;
    } else if (!(code >= 32)) return 0; // A control character, or NaN: the end of the text.
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
