import { createScanner } from 'jsonc-parser';
import { lineStart } from './lineAround';
import { kinds, unexpectedEndOfString } from './tokenKinds';
import { withDoubleQuotes } from './wrongQuotes';

/**
 * Where the first line begins in which a text is not closed; undefined where there is none.
 *
 * From there on it is not certain what is a text and what is JSON.
 */
export const unclosedLine = (text: string): number | undefined => unclosedLines(text, 1)[0];

/** Where the first so many lines begin in which a text is not closed. */
export function unclosedLines(text: string, most: number): readonly number[] {
  const lines: number[] = [];
  const scanner = createScanner(withDoubleQuotes(text), true);
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    const error: number = scanner.getTokenError();
    if (error === unexpectedEndOfString) lines.push(lineStart(text, scanner.getTokenOffset()));
    if (lines.length === most) break;
  }
  return lines;
}
