import { createScanner } from 'jsonc-parser';
import type { Place } from './place';
import { kinds } from './tokenKinds';

/** Every comment of a text in order, from its slashes to its end; one that is not closed reaches to the end of the text. */
export function listComments(text: string): Place[] {
  const scanner = createScanner(text, false);
  const comments: Place[] = [];
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    if (kind !== kinds.lineComment && kind !== kinds.blockComment) continue;
    const offset = scanner.getTokenOffset();
    comments.push({ offset, end: Math.min(offset + scanner.getTokenLength(), text.length) });
  }
  return comments;
}
