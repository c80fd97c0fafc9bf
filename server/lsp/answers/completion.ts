import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import { withoutMarks } from '../../text/withoutMarks';
import type { Abilities } from '../abilities';
import type { ServerDesk } from '../desk';
import type { FlowDocument } from '../flowDocument';

/** What completion needs besides the model. */
export const completionContext = (
  document: FlowDocument,
  { context }: CompletionParams,
  { completion, commands }: Abilities,
  { newId, workspace }: Pick<ServerDesk, 'newId' | 'workspace'>,
) => ({
  document,
  snippets: completion.snippets,
  suggestCommand: commands.suggestCommand,
  newId,
  build: document.build,
  workspace,
  trigger: context?.triggerCharacter,
});

/** A list of suggestions as a client takes it. What stood beside the label joins the detail where the client shows one of the two. */
export function completionFor(list: CompletionList, { completion }: Abilities): CompletionList {
  return { ...list, items: list.items.map((item) => itemFor(item, completion)) };
}

function itemFor(item: CompletionItem, takes: Abilities['completion']): CompletionItem {
  const { kind, labelDetails, detail, documentation, insertTextMode, tags, preselect, ...kept } = item;
  const result: CompletionItem = kept;
  const shownKind = kind && [kind, similar[kind]].find((entry) => takes.kinds.has(entry));
  if (shownKind) result.kind = shownKind;
  if (takes.labelDetails && labelDetails) result.labelDetails = labelDetails;
  const said = [takes.labelDetails ? undefined : labelDetails?.description, detail].filter(Boolean);
  if (said.length > 0) result.detail = said.join(' · ');
  if (documentation) result.documentation = markupFor(documentation, takes.markup);
  if (insertTextMode && takes.adjustsIndentation) result.insertTextMode = insertTextMode;
  if (tags && takes.deprecatedTag) result.tags = tags;
  else if (tags && takes.deprecated) result.deprecated = true;
  if (preselect && takes.preselect) result.preselect = true;
  return result;
}

function markupFor(text: string | MarkupContent, markup: MarkupKind): string | MarkupContent {
  if (markup === MarkupKind.Markdown || typeof text === 'string') return text;
  return withoutMarks(text.value);
}

/** Kinds of the protocol's first version that look like those that came later. */
const similar: Readonly<Partial<Record<CompletionItemKind, CompletionItemKind>>> = {
  [CompletionItemKind.EnumMember]: CompletionItemKind.Value,
  [CompletionItemKind.Constant]: CompletionItemKind.Value,
  [CompletionItemKind.Struct]: CompletionItemKind.Class,
};
