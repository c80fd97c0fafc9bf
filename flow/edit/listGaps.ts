import { createScanner } from 'jsonc-parser';
import { lineStart } from '../json/lineAround';

/** What stands beside a gap: brackets by their shape, `,` and `:`, a comment of either kind, any value or key. */
export type Token = 'open' | 'close' | ',' | ':' | 'line comment' | 'block comment' | 'value' | 'end';

/** The white space between two tokens of a JSON text; at its ends one of them is missing. Comments are tokens. */
export interface Gap {
  readonly offset: number;
  readonly end: number;
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
  const scanner = createScanner(text, false);
  const gaps: Gap[] = [];
  let offset = 0;
  let breaks = 0;
  let before: Token | undefined;
  let anchor: Token | undefined;
  let depth = 0;
  let levels = 0;
  for (;;) {
    const kind: number = scanner.scan();
    const error: number = scanner.getTokenError();
    const end = Math.min(scanner.getTokenOffset(), text.length);
    if (kind === lineBreak) breaks++;
    if (kind === lineBreak || kind === blanks) continue;
    if (kind === unknown || error === unclosedComment || error === unclosedText) {
      const start = lineStart(text, end);
      return gaps.filter((gap) => gap.end < start);
    }
    const after = tokenAt(text, end);
    if (after === 'close') depth--;
    levels += depth;
    if (depth > deepest || levels > maxLevels) return undefined;
    gaps.push({ offset, end, breaks, before, anchor, after, depth });
    if (after === 'end') return gaps;
    if (after === 'open') depth++;
    if (!isComment(after) || breaks > 0 || anchor === undefined) anchor = after;
    before = after;
    offset = Math.min(end + scanner.getTokenLength(), text.length);
    breaks = 0;
  }
}

/** Deeper nesting is not a flow. */
const deepest = 256;
/** Of tokens with all the brackets around each. A flow of 10 000 actions has a million. */
const maxLevels = 6_000_000;

// Kinds and errors of jsonc-parser's scanner, whose enums exist for the compiler only.
const lineBreak = 14;
const blanks = 15;
const unknown = 16;
const unclosedComment = 1;
const unclosedText = 2;

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
