import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import {
  checks,
  disableFile,
  disableNextLine,
  type FlowModel,
  listComments,
  listSuppressions,
  type Suppression,
} from '../../../flow';
import { findingsOf } from '../../text/findingsOf';
import type { CompletionContext } from './toItem';

/** What can be written in a comment that silences checks: its keyword, or codes, first of what is found there. Undefined outside of such comments. */
export function completeSuppression(
  model: FlowModel,
  offset: number,
  context: CompletionContext,
): CompletionItem[] | undefined {
  const { text, jsonc } = model;
  if (!jsonc) return undefined;
  const comment = listComments(text).find((comment) => comment.offset + 2 <= offset && offset <= comment.end);
  if (!comment) return undefined;
  const before = text.slice(comment.offset, offset);
  // A space in a comment is mostly the beginning of a sentence.
  if (/^\/[/*]\s*[\w-]*$/.test(before)) return context.trigger ? undefined : listKeywords(text, offset, context);
  const suppression = listSuppressions(model).find((suppression) => suppression.offset === comment.offset);
  const isRemark = /\s--\s/.test(before);
  return suppression && !isRemark ? listCodes(model, suppression, offset, context) : undefined;
}

const keywords = [
  [disableNextLine, 'Turns off the checks that you name after it, for the next line.'],
  [disableFile, 'Turns off the checks that you name after it, for the whole file.'],
] as const;

function listKeywords(text: string, offset: number, { document, suggestCommand }: CompletionContext): CompletionItem[] {
  return keywords.map(([label, detail], order): CompletionItem => {
    const item: CompletionItem = {
      label,
      kind: CompletionItemKind.Keyword,
      detail,
      sortText: String(order),
      filterText: label,
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range: wordAt(text, offset, /[\w-]/, document), newText: `${label} ` },
    };
    return suggestCommand === undefined ? item : { ...item, command: { title: 'Suggest', command: suggestCommand } };
  });
}

function listCodes(
  model: FlowModel,
  { codes, silences }: Suppression,
  offset: number,
  { document }: CompletionContext,
): CompletionItem[] {
  const found = new Set(
    findingsOf(model, {}).flatMap((finding) =>
      silences.offset <= finding.offset && finding.offset <= silences.end ? [finding.code] : [],
    ),
  );
  const written = new Set(codes.flatMap((code) => (offset < code.offset || offset > code.end ? [code.code] : [])));
  const range = wordAt(model.text, offset, /[^\s,]/, document);
  const offered = checks.filter(({ code, last }) => !last && code !== 'json-syntax' && !written.has(code));
  return offered.map(({ code, title, doc }): CompletionItem => {
    const isFound = found.has(code);
    return {
      label: code,
      kind: CompletionItemKind.EnumMember,
      detail: title,
      documentation: { kind: MarkupKind.Markdown, value: doc },
      sortText: `${isFound ? 0 : 1}${code}`,
      filterText: code,
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText: code },
      ...(isFound ? { labelDetails: { description: 'found here' } } : {}),
    };
  });
}

/** The range of the word that an offset touches. */
function wordAt(text: string, offset: number, character: RegExp, document: CompletionContext['document']) {
  let start = offset;
  let end = offset;
  while (start > 0 && character.test(text[start - 1] ?? '')) start--;
  while (end < text.length && character.test(text[end] ?? '')) end++;
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
