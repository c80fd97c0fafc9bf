import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Edit, Template } from '../../../flow';

/** How many characters a row of an editor's list shows: label and detail. Longer rows lose the end of their label first. */
export const roomInList = 44;

/** A suggestion before it knows its place in the text. Drafts are listed best first. */
export interface Draft {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What replaces the token: a value, a key's name where `name` is set as well, or text inside a string. */
  readonly insert: Template;
  /** The key before the value. If the colon is there already, only the key is inserted. */
  readonly name?: string;
  /** What is typed to find it; the label when it is missing. Never shown. */
  readonly filter?: string;
  readonly detail?: string;
  /** Shown beside the label. */
  readonly description?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly deprecated?: boolean;
  readonly preselect?: boolean;
  /** Edits of the model's text elsewhere. */
  readonly additional?: readonly Edit[];
}
