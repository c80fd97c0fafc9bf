import { shorten } from './shorten';

/**
 * A text of the user as a code span in Markdown, on one line of at most `max` UTF-16 code units: nothing in it is taken for Markdown.
 *
 * An empty string is shown as `""`.
 */
export function codeSpan(text: string, max = 200): string {
  const line = shorten(text, max);
  if (line === '') return '`""`';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  // A span takes one space off each end, which is needed where its text begins or ends in a backtick.
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + pad + line + pad + fence;
}
