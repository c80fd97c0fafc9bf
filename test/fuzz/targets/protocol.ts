import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, CompletionItem, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import { applyTextEdit, flowText, type TextEdit as PlainEdit, textEdit } from '../arbitraries/flowText';
import { type InProcessServer, startInProcess } from '../inProcessServer';
import type { Target } from '../target';

type Step =
  /** The text changes. */
  | { readonly do: 'edit'; readonly edit: PlainEdit }
  /** A request goes out; its answer is waited for at the end only. */
  | { readonly do: 'ask'; readonly method: string; readonly at: number; readonly cancel: boolean }
  /** An answer is waited for, and an edit of it is applied as an editor does. */
  | { readonly do: 'apply'; readonly method: string; readonly at: number; readonly pick: number };

interface Input {
  readonly jsonc: boolean;
  readonly text: string;
  readonly steps: readonly Step[];
}

const positional = ['completion', 'hover', 'definition', 'references', 'documentHighlight'];
const whole = ['documentSymbol', 'foldingRange', 'selectionRange', 'formatting', 'codeAction'];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit'), edit: textEdit }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask'),
      method: fc.constantFrom(...positional, ...whole),
      at: fc.nat(20_000),
      cancel: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('apply'),
      method: fc.constantFrom('completion', 'formatting', 'codeAction', 'fixAll'),
      at: fc.nat(20_000),
      pick: fc.nat(50),
    }),
  },
) as fc.Arbitrary<Step>;

/**
 * A server that lived through edits, requests in flight, cancelled ones and edits of its own says the same of a text as one that
 * has just been started; every range that it answers lies in the text, and it logs no error.
 */
export const protocol: Target<Input> = {
  name: 'protocol',
  input: fc.record({ jsonc: fc.boolean(), text: flowText, steps: fc.array(step, { maxLength: 12 }) }),
  async run({ jsonc, text, steps }) {
    const uri = jsonc ? 'file:///a.flow.jsonc' : 'file:///a.flow.json';
    const server = await startInProcess();
    const judge = await startInProcess();
    try {
      const document = await liveThrough(server, uri, text, steps);
      await open(judge, document);
      for (const at of [0, 0.25, 0.5, 0.75, 1].map((part) => Math.floor(part * document.getText().length))) {
        for (const method of [
          ...positional.filter((item) => item !== 'completion'),
          'foldingRange',
          'documentSymbol',
        ]) {
          assert.deepEqual(await ask(server, method, document, at), await ask(judge, method, document, at), method);
        }
      }
      const found = (await server.diagnostics(uri, document.version)).diagnostics;
      assert.deepEqual(found, (await judge.diagnostics(uri, document.version)).diagnostics);
      examineRanges(found, document);
      assert.deepEqual([...server.errors, ...judge.errors], []);
    } finally {
      server.dispose();
      judge.dispose();
    }
  },
};

async function liveThrough(
  server: InProcessServer,
  uri: string,
  text: string,
  steps: readonly Step[],
): Promise<TextDocument> {
  let document = TextDocument.create(uri, 'voipbin-flow', 1, text);
  await open(server, document);
  const inFlight: Promise<unknown>[] = [];
  const change = (edits: readonly TextEdit[]) => {
    const after = TextDocument.applyEdits(document, [...edits]);
    // From the end to the beginning, so that each range still means what it meant; of two at one place the first comes to stand first.
    const contentChanges = [...edits]
      .reverse()
      .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    document = TextDocument.create(uri, 'voipbin-flow', document.version + 1, after);
    return server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges,
    });
  };
  for (const step of steps) {
    if (step.do === 'edit') {
      const { offset, end } = applyTextEdit(document.getText(), step.edit);
      const range = { start: document.positionAt(offset), end: document.positionAt(end) };
      await change([{ range, newText: step.edit.insert }]);
    } else if (step.do === 'ask') {
      inFlight.push(ask(server, step.method, document, step.at, step.cancel));
    } else {
      const edits = editsOf(await ask(server, step.method, document, step.at), uri, step.pick);
      examineEdits(edits, document);
      if (edits.length > 0) await change(edits);
    }
  }
  await Promise.all(inFlight);
  return document;
}

function open({ client }: InProcessServer, document: TextDocument): Promise<void> {
  const { uri, languageId, version } = document;
  const textDocument = { uri, languageId, version, text: document.getText() };
  return client.sendNotification('textDocument/didOpen', { textDocument });
}

/** Asks about the document as it is now; an error is one only when neither the client cancelled nor the text changed meanwhile. */
async function ask(
  { client }: InProcessServer,
  method: string,
  document: TextDocument,
  at: number,
  cancel = false,
): Promise<unknown> {
  const position = document.positionAt(at % (document.getText().length + 1));
  const all = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
  const params = {
    textDocument: { uri: document.uri },
    position,
    positions: [position],
    range: method === 'fixAll' ? all : { start: position, end: position },
    context: { includeDeclaration: true, diagnostics: [], ...(method === 'fixAll' ? { only: ['source.fixAll'] } : {}) },
    options: { tabSize: 2, insertSpaces: true },
  };
  const source = new CancellationTokenSource();
  const name = method === 'fixAll' ? 'codeAction' : method;
  const answer = client.sendRequest(`textDocument/${name}`, params, source.token);
  if (cancel) source.cancel();
  try {
    return await answer;
  } catch (error) {
    const expected: readonly number[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified];
    if (error instanceof ResponseError && expected.includes(error.code)) return null;
    throw error;
  }
}

/** The edits of one of the things that were offered. */
function editsOf(answer: unknown, uri: string, pick: number): readonly TextEdit[] {
  const items = Array.isArray(answer) ? answer : ((answer as { items?: unknown[] } | null)?.items ?? []);
  const isEdit = (candidate: unknown): candidate is TextEdit =>
    typeof candidate === 'object' && candidate !== null && 'newText' in candidate;
  if (items.every(isEdit)) return items;
  const item = items[pick % Math.max(1, items.length)] as (CompletionItem & CodeAction) | undefined;
  if (!item) return [];
  const own = item.textEdit && 'range' in item.textEdit ? [item.textEdit] : [];
  return [...own, ...(item.additionalTextEdits ?? []), ...(item.edit?.changes?.[uri] ?? [])];
}

function examineEdits(edits: readonly TextEdit[], document: TextDocument): void {
  examineRanges(edits, document);
  const sorted = edits
    .map(({ range }) => [document.offsetAt(range.start), document.offsetAt(range.end)] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  sorted.reduce((last, [start, end]) => {
    assert.ok(last <= start && start <= end, 'edits lie apart');
    return end;
  }, 0);
}

function examineRanges(things: readonly (Diagnostic | TextEdit)[], document: TextDocument): void {
  const isInside = ({ start, end }: Range) =>
    [start, end].every((at) => {
      const same = document.positionAt(document.offsetAt(at));
      return same.line === at.line && same.character === at.character;
    });
  for (const thing of things) assert.ok(isInside(thing.range), `${JSON.stringify(thing)} lies in the text`);
}
