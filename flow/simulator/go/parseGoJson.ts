import { isList, type JsonValue } from '../../json/jsonValue';
import { isTooDeep } from './isTooDeep';
import { objectOfMembers } from './repeatedKeys';
import { wellFormed } from './wellFormed';

/**
 * The value of a JSON text as Go reads it, or undefined where Go gives an error: repeated keys are remembered (see `membersOf`), surrogates without a
 * partner become U+FFFD, and more than 10 000 levels are not read.
 */
export function parseGoJson(text: string): JsonValue | undefined {
  let plain: JsonValue;
  try {
    plain = JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  if (isTooDeep(plain)) return undefined;
  return holdsSurrogate(text) || countKeys(text) !== countMembers(plain) ? readValid(text) : plain;
}

/** Whether a surrogate may stand in a text, as itself or escaped. */
const holdsSurrogate = (text: string) => /\p{Surrogate}|\\u[dD][89a-fA-F]/u.test(text);

/** How many members a JSON text has: more than what was read of it, where keys repeat. */
function countKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = endOfText(text, at);
    while (' \t\r\n'.includes(text[at] ?? 'end')) at++;
    if (text[at] === ':') count++;
  }
  return count;
}

function countMembers(value: JsonValue): number {
  let count = 0;
  const left: JsonValue[] = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const inner: readonly JsonValue[] = isList(next) ? next : Object.values(next);
    if (!isList(next)) count += inner.length;
    for (const element of inner) left.push(element);
  }
  return count;
}

interface Level {
  readonly isList: boolean;
  readonly members: [string, JsonValue][];
  key: string | undefined;
}

/** Reads a text that is JSON, level by level, without calling itself. */
function readValid(text: string): JsonValue {
  const levels: Level[] = [];
  let done: JsonValue = null;
  const take = (value: JsonValue) => {
    const level = levels[levels.length - 1];
    if (level) level.members.push([level.key ?? '', value]);
    else done = value;
    if (level) level.key = undefined;
  };
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? '';
    const level = levels[levels.length - 1];
    if (sign === '{' || sign === '[') levels.push({ isList: sign === '[', members: [], key: undefined });
    else if (sign === '}' || sign === ']') {
      levels.pop();
      if (level) take(level.isList ? level.members.map(([, value]) => value) : objectOfMembers(level.members));
    } else if (!' \t\r\n,:'.includes(sign)) {
      const end = sign === '"' ? endOfText(text, at) : endOfWord(text, at);
      const value = JSON.parse(text.slice(at, end)) as string | number | boolean | null;
      const given = typeof value === 'string' ? wellFormed(value) : value;
      if (level && !level.isList && level.key === undefined) level.key = String(given);
      else take(given);
      at = end;
      continue;
    }
    at++;
  }
  return done;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !',]} \t\r\n'.includes(text[at] ?? '')) at++;
  return at;
}
