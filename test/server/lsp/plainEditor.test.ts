import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CodeLens,
  Command,
  CompletionList,
  DocumentLink,
  Hover,
  InlayHint,
  Range,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const uri = 'file:///test/menu.flow.jsonc';
const text = `[
  { "id": "ask", "type": "talk", "option": { "text": "Grüße 😀", "language": "de-DE" } }, // once more
  { "type": "digits_receive", "option": { "duration": 90000, "length": 1 } },
  { "type": "goto", "option": { "target_id": "ask", "loop_count": 2 } },
  { "type": "webhook_send", "option": { "uri": "https://example.com/hook", "method": "POST", "data_type": "application/json", "data": "{}" } },
]
`;
const document = TextDocument.create(uri, 'json', 1, text);
const textDocument = { uri };
const at = (words: string, more = 0) => ({ position: document.positionAt(text.indexOf(words) + more) });
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
const wordAt = (range: Range) => document.getText(range);

suite('an editor that knows the protocol and says nothing of itself', () => {
  let client: PlainClient;
  const ask = <T>(method: string, params: object = {}) =>
    client.request<T>(`textDocument/${method}`, { textDocument, ...params });

  suiteSetup(async () => {
    client = await connectPlainClient();
    await client.open(uri, text, 'json');
  });

  test('is asked nothing and told of findings only', async () => {
    await client.received('textDocument/publishDiagnostics');
    await ask('foldingRange');
    assert.deepEqual(new Set(client.sent.map(({ method }) => method)), new Set(['textDocument/publishDiagnostics']));
  });

  test('gets a name explained in plain text', async () => {
    const { contents } = await ask<Hover>('hover', at('"ask", "loop', 2));
    const { kind, value } = contents as { kind: string; value: string };
    assert.equal(kind, 'plaintext');
    assert.match(value, /^→ ask: talk "Grüße 😀"/);
    assert.doesNotMatch(value, /[`*]|\]\(/);
  });

  test('gets suggestions that are inserted as they are', async () => {
    const targets = await ask<CompletionList>('completion', at('"ask", "loop', 2));
    assert.ok(targets.items.some(({ label }) => label.startsWith('ask')));
    const { items } = await ask<CompletionList>('completion', at('[', 1));
    for (const { insertTextFormat, textEdit, documentation } of items) {
      assert.notEqual(insertTextFormat, 2);
      assert.doesNotMatch(textEdit?.newText ?? '', /\$\{?\d/);
      assert.notEqual(typeof documentation, 'object');
    }
  });

  test('renames a name without being asked whether it can, and hears why not', async () => {
    const { changes } = await ask<WorkspaceEdit>('rename', { ...at('"ask"', 2), newName: 'again' });
    assert.equal(TextDocument.applyEdits(document, changes?.[uri] ?? []), text.replaceAll('"ask"', '"again"'));
    await assert.rejects(ask('rename', { ...at('"ask"', 2), newName: 'not a name' }), /is neither a name nor a UUID/);
    assert.equal(await ask('rename', { ...at('"type"', 2), newName: 'a' }), null);
  });

  test('gets hints and lenses that say something without a command', async () => {
    const hints = await ask<InlayHint[]>('inlayHint', { range: whole });
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(),
    );
    assert.deepEqual(labels, ['= 1 min 30 s', '→ talk "Grüße 😀"', '↺ at most 33 rounds']);
    assert.ok(hints.every(({ tooltip }) => tooltip === undefined || typeof tooltip === 'string'));
    const lenses = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(
      lenses.map(({ command }) => command),
      [{ title: '1 way leads here', command: '' }],
    );
  });

  test('gets colors, links, linked places and what a bracket lays out', async () => {
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    assert.equal(data.length / 5, 2, 'an id and its target');
    const [link] = await ask<DocumentLink[]>('documentLink');
    assert.equal(link && wordAt(link.range), 'https://example.com/hook');
    const { ranges } = await ask<{ ranges: Range[] }>('linkedEditingRange', at('"ask"', 2));
    assert.deepEqual(ranges.map(wordAt), ['ask', 'ask']);
    const closed = { ...at('}, // once', 1), ch: '}', options: { tabSize: 2, insertSpaces: true } };
    assert.ok(Array.isArray(await ask<TextEdit[]>('onTypeFormatting', closed)));
  });

  test('gets the call hierarchy and the symbols of what is open', async () => {
    const [item] = await ask<CallHierarchyItem[]>('prepareCallHierarchy', at('"talk"', 2));
    const callers = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      callers.map(({ from, fromRanges }) => [from.name, fromRanges.map(wordAt)]),
      [['goto → ask', ['"ask"']]],
    );
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'digits' });
    assert.ok(symbols.some(({ name }) => name.startsWith('digits_receive')));
  });

  test('gets no code action, since it says nothing of edits', async () => {
    assert.deepEqual(await ask('codeAction', { range: whole, context: { diagnostics: [] } }), []);
    const provider = client.result.capabilities.codeActionProvider;
    assert.equal(provider, undefined);
  });
});

suite('an editor that takes code actions as commands', () => {
  const capabilities = { workspace: { applyEdit: true }, textDocument: { codeAction: {} } };
  const open = async () => {
    const edits: WorkspaceEdit[] = [];
    const client = await connectPlainClient({
      capabilities,
      answers: {
        'workspace/applyEdit': (params) => {
          edits.push((params as { edit: WorkspaceEdit }).edit);
          return { applied: true };
        },
      },
    });
    await client.open(uri, text, 'json');
    const range = { start: at('"goto"', 2).position, end: at('"goto"', 2).position };
    const actions = await client.request<Command[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    const run = (title: string) => {
      const found = actions.find((action) => action.title.startsWith(title));
      assert.ok(found, actions.map((action) => action.title).join('; '));
      return client.request('workspace/executeCommand', found);
    };
    return { client, edits, run };
  };

  for (const [title, expected] of [
    ['Delete this action', /\[\n {2}\{ "id": "ask"[^\n]*\n[^\n]*digits_receive[^\n]*\n[^\n]*webhook_send/],
    ['Run it before digits_receive', /"goto"[\s\S]*digits_receive/],
    ['Name All Actions', /"id": "goto-1"/],
    ['Use UUIDs', /"target_id": "[0-9a-f]{8}-[0-9a-f]{4}-5/],
  ] as const) {
    test(`is sent the edit of "${title}"`, async () => {
      const { edits, run } = await open();
      await run(title);
      assert.match(TextDocument.applyEdits(document, edits[0]?.changes?.[uri] ?? []), expected);
    });
  }

  test('is sent nothing that was made for an older text', async () => {
    const { client, edits, run } = await open();
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '[]' }],
    });
    await run('Use UUIDs');
    assert.deepEqual(edits, []);
  });
});
