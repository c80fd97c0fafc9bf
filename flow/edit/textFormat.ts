import { hasLineBreak, lineStart } from '../json/lineAround';

/** How a text is laid out: what one level of indentation is and how lines end. */
export interface TextFormat {
  readonly unit: string;
  readonly eol: string;
}

/** The layout that a text uses already; two spaces and `\n` where it shows none. */
export function formatOf(text: string): TextFormat {
  return lookedAt(text).format;
}

/** Whether a text has line breaks. */
export function hasLines(text: string): boolean {
  return lookedAt(text).lines;
}

/** Thousands of edits are worked out for one text, and each asks the whole of it. */
let last: { readonly text: string; readonly format: TextFormat; readonly lines: boolean } | undefined;

function lookedAt(text: string) {
  if (last?.text !== text) last = { text, format: findFormat(text), lines: hasLineBreak(text) };
  return last;
}

/** Texts, which can have what looks like a comment, and comments: their further lines are not indented as the rest is. */
const textOrComment = /"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
/** What stands before the outermost value. */
const opening = /^(?:\s+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/;

function findFormat(text: string): TextFormat {
  const start = opening.exec(text)?.[0].length ?? 0;
  const beginning = text.slice(start, start + 4096).replace(textOrComment, (found) => found.slice(0, 2));
  const indent = /[\r\n]([ \t]+)\S/.exec(beginning)?.[1];
  const unit = indent === undefined ? '  ' : indent.startsWith('\t') ? '\t' : indent;
  const eol = text.includes('\r\n') ? '\r\n' : text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
  return { unit, eol };
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = hasLines(text) ? lineStart(text, offset) : 0;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
