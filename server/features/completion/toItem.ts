import {
  type CompletionItem,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type TextEdit,
} from 'vscode-languageserver-types';
import {
  beginsWithSuggestions,
  escapeSnippet,
  formatOf,
  hasStops,
  type readFlow,
  renderTemplate,
  shorten,
} from '../../../flow';
import type { ClientCommands } from '../../protocol';
import type { ReadDocument } from '../../text/rangeOf';
import type { Workspace } from '../../workspace/workspace';
import { type Draft, roomInList } from './draft';
import { type Placement, placeAt } from './placement';
import type { Site } from './site';

/** What completion needs besides the model. */
export interface CompletionContext extends Pick<ClientCommands, 'suggestCommand'> {
  readonly document: ReadDocument;
  /** The editor understands tab stops. */
  readonly snippets: boolean;
  /** A new random UUID. */
  readonly newId: () => string;
  /** `readFlow`, or what knows its answer for a text that it was asked for before. */
  readonly build?: typeof readFlow | undefined;
  /** The flows that files of the workspace are registered as. */
  readonly workspace?: Workspace | undefined;
  /** The character that brought up the list by itself. */
  readonly trigger?: string | undefined;
}

/** A draft as editors take it; `order` is its place in the list. The replaced range lies on the line of the cursor and holds it. */
export function toItem(site: Site, draft: Draft, order: number, context: CompletionContext): CompletionItem {
  const { document, suggestCommand } = context;
  const { token } = site;
  const bareKey = site.hasColon && draft.name !== undefined;
  // Where there is nothing to fill in, a text is a text: some editors forget the other edits of what comes as a snippet.
  const snippets = context.snippets && !bareKey && hasStops(draft.insert);
  const place = placeAt(site, isTall(draft));
  const whole = insertedText(site, draft, place, snippets);
  const { opens, closes } = keptQuotes(site, draft, place);
  const range = { start: document.positionAt(place.start + opens), end: document.positionAt(place.end - closes) };
  const filter = draft.filter ?? draft.label;
  const item: CompletionItem = {
    label: draft.label,
    kind: draft.kind,
    sortText: String(order).padStart(5, '0'),
    // What is typed is compared with all of what is replaced, a quote at its beginning included.
    filterText: token.kind === 'string' && opens === 0 ? `${site.original[token.start]}${filter}"` : filter,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range, newText: whole.slice(opens, whole.length - closes) },
  };
  const edits: TextEdit[] = [];
  if (place.comma !== undefined) {
    const at = document.positionAt(place.comma);
    edits.push({ range: { start: at, end: at }, newText: ',' });
  }
  for (const edit of draft.additional ?? []) {
    const start = document.positionAt(site.toDocument(edit.offset));
    edits.push({ range: { start, end: document.positionAt(site.toDocument(edit.end)) }, newText: edit.text });
  }
  if (edits.length > 0) item.additionalTextEdits = edits;
  if (draft.detail !== undefined) item.detail = detailOf(draft, draft.detail);
  if (draft.description !== undefined) item.labelDetails = { description: draft.description };
  if (draft.documentation !== undefined) item.documentation = { kind: MarkupKind.Markdown, value: draft.documentation };
  if (draft.deprecated) item.tags = [CompletionItemTag.Deprecated];
  if (draft.preselect) item.preselect = true;
  if (snippets && suggestCommand !== undefined && beginsWithSuggestions(draft.insert))
    item.command = { title: 'Suggest', command: suggestCommand };
  return item;
}

/** One line without markup. Beside the label it may only take what an editor's list has room for; the documentation tells it all. */
function detailOf({ label, description }: Draft, detail: string): string {
  return shorten(detail.replaceAll('`', ''), description === undefined ? Math.max(20, roomInList - label.length) : 80);
}

/**
 * How many quotes of the replaced string stay at its beginning and at its end.
 *
 * A tab stop between quotes works only if both stay. If members follow the text, the first quote stays all the same: an
 * editor ranks by what is typed of the replaced part, so that in one list it has to begin at one place.
 */
function keptQuotes(
  { token, original }: Site,
  { name, insert }: Draft,
  place: Placement,
): { opens: 0 | 1; closes: 0 | 1 } {
  const value = insert.kind === 'behind' ? insert.value : insert;
  const isText = value.kind === 'raw' ? value.json.startsWith('"') : value.kind === 'stop' && value.quoted;
  const isWhole = place.start === token.start && place.end === token.end && place.lead + place.tail === '';
  const stays =
    token.kind === 'string' && original[token.start] === '"' && token.closed && name === undefined && isText && isWhole;
  return { opens: stays ? 1 : 0, closes: stays && value === insert ? 1 : 0 };
}

function insertedText(site: Site, { name, insert }: Draft, place: Placement, snippets: boolean): string {
  const { unit } = formatOf(site.text);
  const key = name === undefined ? '' : snippets ? escapeSnippet(JSON.stringify(name)) : JSON.stringify(name);
  if (name !== undefined && site.hasColon) return key;
  const value = renderTemplate(insert, { unit, inline: place.inline, snippets });
  const whole = name === undefined ? value : `${key}: ${value}`;
  const lines = place.deeper ? whole.replaceAll('\n', `\n${unit}`) : whole;
  return place.lead + lines + place.tail;
}

/** Whether a draft takes several lines, so that brackets that hold nothing yet are set apart for it. */
function isTall({ name, insert }: Draft): boolean {
  if (name !== undefined) return insert.kind === 'members' && insert.members.length > 0;
  return insert.kind === 'members' && (!insert.bare || insert.members.length > 1);
}
