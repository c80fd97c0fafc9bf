import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver-types';
import { completion } from '../../server/features/completion';
import { newIds } from './ids';
import { type OpenFlow, openAtCursor, openFlow } from './openFlow';

interface Options {
  readonly jsonc?: boolean;
  /** Whether the editor understands tab stops; it does when this is missing. */
  readonly snippets?: boolean;
  /** The character that was typed and brings up the list by itself. */
  readonly trigger?: string;
}

export interface Completions {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  readonly isIncomplete: boolean;
  /** The item with a label; fails where there is none. */
  find(label: string): CompletionItem;
  /** The whole document after the item was accepted, the first choice made and every tab stop left as it is. */
  accept(label: string): string;
  /** The same though an editor would hide the item because of what is typed. */
  force(label: string): string;
}

/** What is suggested at the `|` of a text. */
export function completeAt(marked: string, options: Options = {}): Completions {
  const open = openAtCursor(marked, options);
  return completeIn(open, open.offset, options);
}

/** What is suggested at an offset of a text; every edit is held to lie in the text, on the cursor's line where it replaces what is typed. */
export function completeIn(open: OpenFlow, anyOffset: number, { snippets = true, trigger }: Options = {}): Completions {
  const { document } = open;
  // No cursor stands between the two characters that end a line.
  const offset = document.offsetAt(document.positionAt(anyOffset));
  const newId = newIds();
  const suggestCommand = 'editor.action.triggerSuggest';
  const { items, isIncomplete } = completion(offset, { document, snippets, suggestCommand, newId, trigger });
  for (const item of items) checkRanges(open, offset, item);
  checkRanking(open, offset, items);
  const find = (label: string) => {
    const item = items.find((item) => item.label === label);
    assert.ok(item, `no "${label}"; there are: ${items.map((other) => other.label).join(', ') || 'none'}`);
    return item;
  };
  return {
    items,
    labels: items.map((item) => item.label),
    isIncomplete,
    find,
    force: (label) => applyItem(open, find(label)),
    accept: (label) => {
      const item = find(label);
      checkFilter(open, offset, item);
      return applyItem(open, item);
    },
  };
}

/** What is suggested in a text without a cursor mark. */
export const completeText = (text: string, offset: number, options: Options = {}) =>
  completeIn(openFlow(text, options), offset, options);

/** Asserts the whole document after the item with a label was accepted. */
export function checkCompletion(marked: string, label: string, after: string, options: Options = {}): void {
  assert.equal(completeAt(marked, options).accept(label), after);
}

function applyItem({ document }: OpenFlow, item: CompletionItem): string {
  const edit = item.textEdit;
  assert.ok(edit && 'range' in edit);
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const { line } = edit.range.start;
  const lineText = document.getText({ start: { line, character: 0 }, end: edit.range.start });
  const indent = /^[ \t]*/.exec(lineText)?.[0] ?? '';
  const inserted = (isSnippet ? resolveSnippet(edit.newText) : edit.newText).replaceAll('\n', `\n${indent}`);
  return TextDocument.applyEdits(document, [
    { range: edit.range, newText: inserted },
    ...(item.additionalTextEdits ?? []),
  ]);
}

/** The text that a snippet leaves when no tab stop is filled in: placeholders as they are, of choices the first. */
export function resolveSnippet(snippet: string): string {
  let text = '';
  for (let at = 0; at < snippet.length; ) {
    const rest = snippet.slice(at);
    const escaped = /^\\([\\$}])/.exec(rest);
    const choice = /^\$\{\d+\|((?:\\.|[^|\\])*)\|\}/s.exec(rest);
    const placeholder = /^\$\{\d+:((?:\\.|[^}\\])*)\}/s.exec(rest);
    const stop = /^\$\d+/.exec(rest);
    if (escaped) text += escaped[1];
    else if (choice) text += (/^(?:\\.|[^,\\])*/s.exec(choice[1] ?? '')?.[0] ?? '').replace(/\\(.)/gs, '$1');
    else if (placeholder) text += (placeholder[1] ?? '').replace(/\\(.)/gs, '$1');
    else if (!stop) {
      assert.ok(rest[0] !== '$' && rest[0] !== '\\', `a snippet has a loose "${rest.slice(0, 8)}"`);
      text += rest[0];
    }
    at += (escaped ?? choice ?? placeholder ?? stop)?.[0].length ?? 1;
  }
  return text;
}

/** An editor shows an item only where what is typed of the replaced text is found in it, letter after letter. */
function checkFilter(open: OpenFlow, offset: number, item: CompletionItem) {
  const { filterText = '', label } = item;
  const typed = typedOf(open, offset, item);
  let at = -1;
  for (const letter of typed) {
    at = filterText.toLowerCase().indexOf(letter, at + 1);
    assert.ok(at >= 0, `an editor would hide "${label}": "${typed}" is not in "${filterText}"`);
  }
}

/** An editor puts first what fits best to the typed part of what an item replaces: where that differs, the order of the list is lost. */
function checkRanking(open: OpenFlow, offset: number, items: readonly CompletionItem[]): void {
  const typed = new Set(items.map((item) => typedOf(open, offset, item)));
  assert.ok(typed.size <= 1, `items of one list are ranked by different words: ${[...typed].join(' and ')}`);
}

function typedOf({ document, text }: OpenFlow, offset: number, { textEdit }: CompletionItem): string {
  assert.ok(textEdit && 'range' in textEdit);
  return text.slice(document.offsetAt(textEdit.range.start), offset).trimStart().toLowerCase();
}

function checkRanges({ document, text }: OpenFlow, offset: number, item: CompletionItem): void {
  const edit = item.textEdit;
  assert.ok(edit && 'range' in edit, item.label);
  const start = document.offsetAt(edit.range.start);
  const end = document.offsetAt(edit.range.end);
  assert.equal(edit.range.start.line, edit.range.end.line, `"${item.label}" replaces several lines`);
  assert.ok(start <= offset && offset <= end, `"${item.label}" replaces ${start}..${end}, which ${offset} is not in`);
  for (const { range } of item.additionalTextEdits ?? []) {
    const from = document.offsetAt(range.start);
    const to = document.offsetAt(range.end);
    assert.ok(from <= to && to <= text.length, `"${item.label}" edits beyond the text`);
    assert.ok(to < start || from > end, `"${item.label}" edits ${from}..${to} besides ${start}..${end}`);
  }
}
