import { isTooDeep, type JsonValue } from '../jsonValue';
import { objectOfMembers } from './repeatedKeys';
import { wellFormed } from './wellFormed';

/**
 * The value of a JSON text as Go reads it, or undefined where Go gives an error: repeated keys are remembered (see `membersOf`), surrogates without a
 * partner become U+FFFD, and more than 10 000 levels are not read.
 */
export function parseJson(text: string): JsonValue | undefined {
  let plain: JsonValue;
  try {
    plain = JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  return isTooDeep(plain) ? undefined : readValid(text);
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
