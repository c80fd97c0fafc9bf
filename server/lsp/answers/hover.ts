import { type Hover, MarkupContent, MarkupKind } from 'vscode-languageserver';
import { withoutMarks } from '../../text/withoutMarks';
import type { Abilities } from '../abilities';

/** A hover as a client takes it: Markdown, or the same as plain text. */
export function hoverFor(hover: Hover | null, { hoverMarkup }: Abilities): Hover | null {
  if (!hover || hoverMarkup === MarkupKind.Markdown || !MarkupContent.is(hover.contents)) return hover;
  return { ...hover, contents: { kind: MarkupKind.PlainText, value: withoutMarks(hover.contents.value) } };
}
