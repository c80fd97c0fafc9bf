import { createScanner } from 'jsonc-parser';
import { lineStart } from './lineAround';
import { withDoubleQuotes } from './wrongQuotes';

// Kinds and errors of jsonc-parser's scanner, whose enums exist for the compiler only.
const endOfFile = 17;
const unclosed = 2;

/**
 * Where the first line begins in which a text is not closed; undefined where there is none.
 *
 * From there on it is not certain what is a text and what is JSON.
 */
export function unclosedLine(text: string): number | undefined {
  const scanner = createScanner(withDoubleQuotes(text), true);
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    const error: number = scanner.getTokenError();
    if (error !== unclosed) continue;
    return lineStart(text, scanner.getTokenOffset());
  }
  return undefined;
}
