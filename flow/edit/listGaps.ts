import { lineStart } from '../json/lineAround';
import type { Place } from '../json/place';

/** What stands beside a gap: brackets by their shape, `,` and `:`, a comment of either kind, any value or key. */
export type Token = 'open' | 'close' | ',' | ':' | 'line comment' | 'block comment' | 'value' | 'end';

/** The white space between two tokens of a JSON text; at its ends one of them is missing. Comments are tokens. */
export interface Gap extends Place {
  /** How many line breaks it has. */
  readonly breaks: number;
  readonly before: Token | undefined;
  /** The token before the comments that end its line: it decides what follows them. */
  readonly anchor: Token | undefined;
  readonly after: Token;
  /** How many brackets are open around what follows; a closing bracket counts as outside. */
  readonly depth: number;
}

/**
 * Every gap of a text in order, up to the first line with something that is not JSON. Undefined where brackets are nested so deep that their
 * indentation would outgrow memory.
 *
 * Behind a text or comment that is not closed, or a text in other quotes, what looks like a comma or a bracket may be part of the text.
 */
export function listGaps(text: string): readonly Gap[] | undefined {
  const gaps: Gap[] = [];
  let offset = 0;
  let breaks = 0;
  let before: Token | undefined;
  let anchor: Token | undefined;
  let depth = 0;
  let levels = 0;
  for (;;) {
    let end = offset;
    for (let code = text.charCodeAt(end); isBlank(code); code = text.charCodeAt(end)) {
      if (code === lineFeed || (code === carriageReturn && text.charCodeAt(end + 1) !== lineFeed)) breaks++;
      end++;
    }
    const after = tokenAt(text, end);
    token.lastIndex = end;
    if (after !== 'end' && !token.test(text)) {
      const start = lineStart(text, end);
      return gaps.filter((gap) => gap.end < start);
    }
    if (after === 'close') depth--;
    levels += depth;
    if (depth > deepest || levels > maxLevels) return undefined;
    gaps.push({ offset, end, breaks, before, anchor, after, depth });
    if (after === 'end') return gaps;
    if (after === 'open') depth++;
    if (!isComment(after) || breaks > 0 || anchor === undefined) anchor = after;
    before = after;
    offset = token.lastIndex;
    breaks = 0;
  }
}

/**
 * A token: a text, a sign, a comment, a number, or a word of JSON. A text goes over a line break behind a backslash only, and a number may lack its end.
 * An expression, since a scanner that goes from character to character takes four times as long until it is compiled, as for the first formatting.
 */
const token =
  /"[^"\\\r\n]*(?:\\[\s\S][^"\\\r\n]*)*"|[{}[\],:]|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|-?(?:0|[1-9]\d*)(?:\.(?!\d)|(?:\.\d+)?(?:[eE][+-]?\d*)?)|(?:true|false|null)(?=[ \t\r\n{}[\]",:/]|$)/y;

/** Deeper nesting is not a flow. */
const deepest = 256;
/** Of tokens with all the brackets around each. A flow of 10 000 actions has a million. */
const maxLevels = 6_000_000;

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const isBlank = (code: number) => code === space || code === lineFeed || code === carriageReturn || code === tab;

function tokenAt(text: string, offset: number): Token {
  const character = text[offset];
  if (character === undefined) return 'end';
  if (character === '{' || character === '[') return 'open';
  if (character === '}' || character === ']') return 'close';
  if (character === ',' || character === ':') return character;
  if (character !== '/') return 'value';
  return text[offset + 1] === '/' ? 'line comment' : 'block comment';
}

export const isComment = (token: Token | undefined) => token === 'line comment' || token === 'block comment';
