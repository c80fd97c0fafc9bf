import { commentEnd, isLineBreak } from './lineAround';
import type { Place } from './place';

/** The keys and texts in quotes that JSON does not know, single or typographic ones: with their quotes, in order of the text; each lies in one line and ends where a quote is followed by what follows a text in JSON. */
export function listWrongQuotes(text: string): Place[] {
  const found: Place[] = [];
  if (!anyQuote.test(text)) return found;
  let failed = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') at = stringEnd(text, at) - 1;
    else if (beginsComment(text, at)) at = (commentEnd(text, at) ?? text.length) - 1;
    else if (isWrongQuote(character) && failed < maxFailures && (at === 0 || /[\s{[,:]/.test(text[at - 1] ?? ''))) {
      const end = endOfQuoted(text, at);
      if (end < 0) failed++;
      else {
        found.push({ offset: at, end });
        at = end - 1;
      }
    }
  }
  return found;
}

export const isWrongQuote = (character: string | undefined) => character !== undefined && /['‘’`“”]/.test(character);

/** A key or text in wrong quotes as JSON has it: what is escaped stays so, but for single quotes, and so do double quotes that stood bare. */
export function inDoubleQuotes(quoted: string): string {
  const content = quoted.slice(1, -1).replace(/\\u[0-9a-f]{4}|\\.|["\\\t\p{Cc}]/giu, (found) => {
    if (/^\\['‘’`“”]$/.test(found)) return found.slice(1);
    if (/^\\(?:["\\/bfnrt]|u[0-9a-f]{4})$/i.test(found) && !/^\\[BFNRTU]/.test(found)) return found;
    return found.startsWith('\\') ? `\\${found}` : JSON.stringify(found).slice(1, -1);
  });
  return `"${content}"`;
}

/** The same text with wrong quotes as double ones, and what would end them inside as other characters: every offset stays. */
export function withDoubleQuotes(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { offset, end } of listWrongQuotes(text)) {
    const content = text.slice(offset + 1, end - 1).replace(/\\?["'\\]/g, (found) => "'".repeat(found.length));
    parts.push(text.slice(at, offset), '"', content, '"');
    at = end;
  }
  return at === 0 ? text : parts.join('') + text.slice(at);
}

const anyQuote = /['‘’`“”]/;
/** A quote that begins no text is searched to the end of its line; of a line full of them some are enough. */
const maxFailures = 100;
/** Longer lines are not sentences. */
const longest = 10_000;

/** The end of a text in wrong quotes; -1 where it has none in its line. */
function endOfQuoted(text: string, offset: number): number {
  const single = !/[“”]/.test(text[offset] ?? '');
  const limit = Math.min(text.length, offset + longest);
  for (let at = offset + 1; at < limit; at++) {
    const character = text[at] ?? '';
    if (isLineBreak(character)) return -1;
    if (character === '\\') at++;
    else if ((single ? /['’`]/ : /[“”]/).test(character) && endsText(text, at + 1)) return at + 1;
  }
  return -1;
}

function endsText(text: string, offset: number): boolean {
  let at = offset;
  while (isBlank(text[at] ?? '')) at++;
  return at >= text.length || /[,:}\]]/.test(text[at] ?? '') || beginsComment(text, at);
}

const beginsComment = (text: string, at: number) => text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*');

/** The end of the string that begins at an offset, its quote included; the end of the line where it is not closed. */
export function stringEnd(text: string, offset: number): number {
  for (let at = offset + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
    else if (isLineBreak(text[at])) return at;
  }
  return text.length;
}

const isBlank = (character: string) =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';
