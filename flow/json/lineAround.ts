/** The offset at which the line of an offset begins. Each of CR, LF and CRLF ends a line. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text[start - 1])) start--;
  return start;
}

/** The offset at which the line of an offset ends: that of its line break, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text[end])) end++;
  return end;
}

/** Whether the text has more than one line. */
export const hasLineBreak = (text: string) => text.includes('\n') || text.includes('\r');

export const isLineBreak = (character: string | undefined) => character === '\n' || character === '\r';

/** Whether a character leaves a gap within a line. */
const isSpace = (character: string | undefined) => character === ' ' || character === '\t';

/** The offset behind the spaces and tabs that follow here. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (isSpace(text[end])) end++;
  return end;
}

/** The offset of the first of the spaces and tabs that end here. */
export function skipSpacesBack(text: string, at: number): number {
  let start = at;
  while (isSpace(text[start - 1])) start--;
  return start;
}

/** Where the comment ends that begins here; undefined if none does. */
export function commentEnd(text: string, at: number): number | undefined {
  if (text.startsWith('//', at)) return lineEnd(text, at);
  if (!text.startsWith('/*', at)) return undefined;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}
