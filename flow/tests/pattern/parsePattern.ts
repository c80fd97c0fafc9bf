import { type CharacterSet, PatternFault, type Syntax } from './syntax';

/**
 * Reads the regular expressions that can be tried in linear time: characters, `.`, classes, groups, `|`, `*`, `+`, `?`, `{n,m}`, `^`, `$`,
 * `\b`. Throws a `PatternFault` for everything else: look-arounds and references back are what makes others slow.
 */
export function parsePattern(source: string, ignoreCase: boolean): Syntax {
  const characters = Array.from(source);
  let at = 0;
  let depth = 0;

  const peek = () => characters[at];
  const take = (wanted: string) => {
    if (characters[at] !== wanted) return false;
    at++;
    return true;
  };

  const anyCase = (set: CharacterSet): CharacterSet =>
    ignoreCase ? (code) => set(code) || otherCases(code).some(set) : set;

  const choice = (): Syntax => {
    const choices = [sequence()];
    while (take('|')) choices.push(sequence());
    return choices.length === 1 && choices[0] ? choices[0] : { kind: 'any', choices };
  };

  const sequence = (): Syntax => {
    const parts: Syntax[] = [];
    while (at < characters.length && peek() !== '|' && peek() !== ')') parts.push(repeated(atom()));
    return { kind: 'all', parts };
  };

  const repeated = (part: Syntax): Syntax => {
    const bounds = quantifier();
    if (!bounds) return part;
    // Whether as much or as little as possible is taken makes no difference to whether it fits.
    take('?');
    if (quantifierFollows()) throw new PatternFault('a repetition cannot be repeated. Put it in a group.');
    if (part.kind === 'assert') throw new PatternFault('an anchor cannot be repeated.');
    return { kind: 'repeat', part, ...bounds };
  };

  const quantifierFollows = () => {
    const before = at;
    const found = quantifier() !== undefined;
    at = before;
    return found;
  };

  const quantifier = (): { least: number; most: number | undefined } | undefined => {
    if (take('*')) return { least: 0, most: undefined };
    if (take('+')) return { least: 1, most: undefined };
    if (take('?')) return { least: 0, most: 1 };
    const found = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(characters.slice(at, at + 12).join(''));
    if (!found) return undefined;
    at += found[0].length;
    const least = Number(found[1]);
    const most = found[2] === undefined ? least : found[3] ? Number(found[3]) : undefined;
    if (most !== undefined && most < least) throw new PatternFault(`${found[0]} ends before it begins.`);
    return { least, most };
  };

  const atom = (): Syntax => {
    const character = characters[at++] ?? '';
    switch (character) {
      case '(':
        return group();
      case '[':
        return { kind: 'set', set: characterClass() };
      case '.':
        return { kind: 'set', set: (code) => !isLineEnd(code) };
      case '^':
        return { kind: 'assert', where: 'start' };
      case '$':
        return { kind: 'assert', where: 'end' };
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
        throw new PatternFault(`\`${character}\` has nothing to repeat. Write \\${character} for the character.`);
      default:
        return { kind: 'set', set: anyCase(only(character)) };
    }
  };

  const group = (): Syntax => {
    if (take('?') && !take(':')) {
      throw new PatternFault('look-arounds and named groups are not supported. Use (…) or (?:…).');
    }
    if (++depth > maxDepth) throw new PatternFault('its groups are nested too deep.');
    const inner = choice();
    depth--;
    if (!take(')')) throw new PatternFault('a group is not closed. Add `)`.');
    return inner;
  };

  const escaped = (): Syntax => {
    const next = peek();
    if (next === 'b' || next === 'B') {
      at++;
      return { kind: 'assert', where: next === 'b' ? 'word' : 'no-word' };
    }
    return { kind: 'set', set: escapedSet() };
  };

  const escapedSet = (): CharacterSet => {
    const next = characters[at];
    const known = next === undefined ? undefined : classes[next];
    if (known) {
      at++;
      return known;
    }
    return anyCase(only(escapedCharacter()));
  };

  const escapedCharacter = (): string => {
    const next = characters[at++];
    if (next === undefined) throw new PatternFault('it ends with `\\`.');
    if (next === 'u') {
      const digits = characters.slice(at, at + 4).join('');
      if (!/^[\da-f]{4}$/i.test(digits)) throw new PatternFault('`\\u` needs four hexadecimal digits.');
      at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const control = controls[next];
    if (control !== undefined) return control;
    if (/[\da-z]/i.test(next)) throw new PatternFault(`\`\\${next}\` is not supported.`);
    return next;
  };

  const characterClass = (): CharacterSet => {
    const isNegated = take('^');
    const sets: CharacterSet[] = [];
    while (peek() !== ']') {
      if (at >= characters.length) throw new PatternFault('a class is not closed. Add `]`.');
      sets.push(classItem());
    }
    at++;
    const isIn = anyCase((code) => sets.some((set) => set(code)));
    return (code) => isIn(code) !== isNegated;
  };

  const classItem = (): CharacterSet => {
    if (peek() === '\\') {
      const known = classes[characters[at + 1] ?? ''];
      if (known) {
        at += 2;
        return known;
      }
    }
    const from = classCharacter();
    if (peek() !== '-' || characters[at + 1] === ']' || characters[at + 1] === undefined) return only(from);
    at++;
    const to = classCharacter();
    const first = codeOf(from);
    const last = codeOf(to);
    if (last < first) throw new PatternFault(`the range ${from}-${to} ends before it begins.`);
    return (code) => code >= first && code <= last;
  };

  const classCharacter = (): string => {
    const character = characters[at++] ?? '';
    return character === '\\' ? escapedCharacter() : character;
  };

  const tree = choice();
  if (at < characters.length) throw new PatternFault('`)` closes nothing. Write \\) for the character.');
  return tree;
}

const maxDepth = 100;

const codeOf = (character: string) => character.codePointAt(0) ?? 0;
const only = (character: string): CharacterSet => {
  const wanted = codeOf(character);
  return (code) => code === wanted;
};
const otherCases = (code: number): readonly number[] => {
  const character = String.fromCodePoint(code);
  return [codeOf(character.toLowerCase()), codeOf(character.toUpperCase())];
};
const isLineEnd = (code: number) => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
const isDigit: CharacterSet = (code) => code >= 48 && code <= 57;
const isBlank: CharacterSet = (code) => /\s/.test(String.fromCodePoint(code));

/** Whether a character is part of a word, as `\w` and `\b` have it. */
export const isWord: CharacterSet = (code) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

const classes: Readonly<Record<string, CharacterSet>> = {
  d: isDigit,
  D: (code) => !isDigit(code),
  w: isWord,
  W: (code) => !isWord(code),
  s: isBlank,
  S: (code) => !isBlank(code),
};

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f' };
