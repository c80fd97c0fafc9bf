import { isLineBreak, isWrongQuote, lineStart } from '../../../flow';

/** The word or string at the cursor: what an accepted suggestion replaces. Offsets are of the document; it never spans lines. */
export interface CursorToken {
  readonly start: number;
  readonly end: number;
  /** `none`: the cursor is between tokens; `start` and `end` are its offset. */
  readonly kind: 'string' | 'word' | 'none';
  /** Of a string: its closing quote is there. */
  readonly closed: boolean;
}

/**
 * The token around an offset of a text without comments.
 *
 * A string that is being typed may lack its end: it counts as closed when an odd number of quotes follows on the line.
 */
export function tokenAt(text: string, offset: number): CursorToken {
  const line = lineStart(text, offset);
  const quote = openQuote(text, line, offset);
  if (quote < 0) {
    let start = offset;
    while (start > line && isWord(text, start - 1)) start--;
    const end = wordEnd(text, offset);
    // A text that is begun in wrong quotes is replaced with its quote.
    if (start > line && isWrongQuote(text[start - 1]) && beginsValue(text, start - 1))
      return { start: start - 1, end, kind: 'string', closed: false };
    return { start, end, kind: start === end ? 'none' : 'word', closed: false };
  }
  let first = -1;
  let count = 0;
  for (let at = quote + 1; at < text.length && !isLineBreak(text[at]); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"' && at >= offset) {
      if (first < 0) first = at;
      count++;
    }
  }
  return count % 2 === 1
    ? { start: quote, end: first + 1, kind: 'string', closed: true }
    : { start: quote, end: wordEnd(text, offset), kind: 'string', closed: false };
}

/** The offset of the last character before an offset that is not white space; -1 when there is none. */
export function previousSignificant(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && isBlank(text, at)) at--;
  return at;
}

/** The offset of the first character from an offset on that is not white space; the text's length when there is none. */
export function nextSignificant(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isBlank(text, at)) at++;
  return at;
}

/** The quote of the string in which an offset lies; -1 outside of strings. */
function openQuote(text: string, line: number, offset: number): number {
  let quote = -1;
  for (let at = line; at < offset; at++) {
    const character = text[at];
    if (quote >= 0 && character === '\\') at++;
    else if (character === '"') quote = quote < 0 ? at : -1;
  }
  return quote;
}

const beginsValue = (text: string, offset: number) => /[{[,:]/.test(text[previousSignificant(text, offset)] ?? '');

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isWord(text, end)) end++;
  return end;
}

const isWord = (text: string, at: number) => /[\w.+\-#*]/.test(text[at] ?? '');
const isBlank = (text: string, at: number) => /\s/.test(text[at] ?? '');
