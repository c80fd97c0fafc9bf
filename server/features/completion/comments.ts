import { visit } from 'jsonc-parser';
import type { FlowModel } from '../../../flow';

/** The text with blanks in the place of comments, so that every offset stays; undefined when the given offset lies in a comment. */
export function withoutComments({ text, issues }: FlowModel, offset: number): string | undefined {
  // The issues name the first comments of a document only, but all of them are asked for here.
  if (!issues.some((issue) => issue.code === 'Comment')) return text;
  const parts: string[] = [];
  let copied = 0;
  let inside = false;
  visit(text, {
    onComment: (start, length) => {
      const end = Math.min(start + length, text.length);
      const closed = text.startsWith('/*', start) && text.endsWith('*/', end);
      if (offset > start && (closed ? offset < end : offset <= end)) inside = true;
      parts.push(text.slice(copied, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
      copied = end;
    },
  });
  return inside ? undefined : parts.join('') + text.slice(copied);
}
