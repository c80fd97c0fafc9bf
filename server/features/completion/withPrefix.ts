import type { Draft } from './draft';
import type { Site } from './site';

const prefix = 'voipbin-';

/**
 * A whole action or document that is found by `voipbin-` and its name too, as a snippet is.
 *
 * Prefixes in a snippet file would come up at every word, also in the text of a `talk`; completion knows where an action can be. Some editors
 * compare what is typed with the beginning only, so that the label begins with the prefix once it is typed.
 */
export function withPrefix(site: Site, draft: Draft): Draft {
  const own = draft.filter ?? draft.label;
  const prefixed = `${prefix}${draft.label.replaceAll(' ', '-')}`;
  const isTyped = typedIn(site).startsWith(typedPrefix);
  return { ...draft, filter: isTyped ? `${prefixed} ${own}` : `${own} ${prefixed}` };
}

/** The prefix counts as typed from here on; what is shorter can also begin a name, such as that of `variable_set`. */
const typedPrefix = prefix.slice(0, 3);

/** Whether the next letters decide what the drafts of `withPrefix` are found by, so that an editor has to ask again. */
export function mayBecomePrefix(site: Site, drafts: readonly Draft[]): boolean {
  const typed = typedIn(site);
  const isBegun = typed !== '' && typed.length < typedPrefix.length && typedPrefix.startsWith(typed);
  return isBegun && drafts.some(({ filter }) => filter?.includes(prefix));
}

const typedIn = ({ text, token }: Site) => text.slice(token.start, token.end);
