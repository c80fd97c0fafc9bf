import type { Draft } from './draft';
import type { Site } from './site';

const prefix = 'voipbin-';

/**
 * A whole action or document that is found by `voipbin-` and its name too, as a snippet is.
 *
 * Prefixes in a snippet file would come up at every word, also in the text of a `talk`; completion knows where an action can stand. Some editors
 * compare what is typed with the beginning only, so that the prefix stands there once it is typed.
 */
export function withPrefix({ text, token }: Site, draft: Draft): Draft {
  const own = draft.filter ?? draft.label;
  const prefixed = `${prefix}${draft.label.replaceAll(' ', '-')}`;
  const isTyped = text.slice(token.start, token.end).startsWith(prefix.slice(0, 3));
  return { ...draft, filter: isTyped ? `${prefixed} ${own}` : `${own} ${prefixed}` };
}
