import { type ActionNode, actionLabel, codeSpan } from '../../flow';
import type { TextPlaces } from './rangeOf';

/** An action by its name, with a link to where it stands: "`talk "Good day"`, action 3". */
export function renderActionPlace(action: ActionNode, document: TextPlaces, max = 60): string {
  return `${codeSpan(actionLabel(action, max), max)}, ${renderPosition(action, document)}`;
}

/** The place of an action in its list, counted from 1, with a link to it; in a nested list also whose list that is. */
export function renderPosition(action: ActionNode, document: TextPlaces): string {
  const { owner } = action.scope;
  const link = linkTo(document, action.node.offset, `action ${action.position + 1}`);
  return owner ? `${link} of the new call that ${renderPosition(owner, document)} makes` : link;
}

/** A link to a place of the same document, as editors that show Markdown open it. */
export function linkTo(document: TextPlaces, offset: number, text: string): string {
  const { line, character } = document.positionAt(offset);
  // Parentheses are allowed in addresses and end the link in Markdown.
  const uri = document.uri.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${text}](${uri}#L${line + 1},${character + 1})`;
}

/** More than these would hide the rest of a hover. */
const maxItems = 8;

/** The first items of a list, and how many more there are. */
export function renderList<T>(items: readonly T[], render: (item: T) => string): string {
  const lines = items.slice(0, maxItems).map((item) => `- ${render(item)}`);
  if (items.length > maxItems) lines.push(`- and ${items.length - maxItems} more`);
  return lines.join('\n');
}
