import { createScanner } from 'jsonc-parser';
import type { Place } from './place';

/** Every comment of a text in order, from its slashes to its end; one that is not closed reaches to the end of the text. */
export function listComments(text: string): Place[] {
  const scanner = createScanner(text, false);
  const comments: Place[] = [];
  for (let kind: number = scanner.scan(); kind !== endOfText; kind = scanner.scan()) {
    if (kind !== lineComment && kind !== blockComment) continue;
    const offset = scanner.getTokenOffset();
    comments.push({ offset, end: Math.min(offset + scanner.getTokenLength(), text.length) });
  }
  return comments;
}

// Kinds of jsonc-parser's scanner, whose enum exists for the compiler only.
const lineComment = 12;
const blockComment = 13;
const endOfText = 17;
