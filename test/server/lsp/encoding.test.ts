import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { CompletionList, Location, Position, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { updateUtf8, utf8Places } from '../../../server/lsp/utf8Places';
import { openInBothEncodings } from '../../support/bothEncodings';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const id = '3a6f1d52-8c1b-4e0a-9d56-0b9f3c8e7a11';
const line = `[{ "type": "talk", "option": { "text": "Grüße 😀", "lnguage": "de" } }, { "type": "goto", "option": { "target_id": "${id}" } }, { "id": "${id}", "type": "stop" }]`;
const uri = 'file:///test/columns.flow.json';

/** Where a word of the line begins, in each way to count. */
const columns = {
  'utf-8': (word: string) => Buffer.byteLength(line.slice(0, line.indexOf(word))),
  'utf-16': (word: string) => line.indexOf(word),
};

suite('columns', () => {
  for (const encoding of ['utf-8', 'utf-16'] as const) {
    test(`are counted in ${encoding} on both sides where the client likes that best`, async () => {
      const other = encoding === 'utf-8' ? 'utf-16' : 'utf-8';
      const general = { positionEncodings: ['utf-32', encoding, other] };
      const client = await connectPlainClient({ capabilities: { general } });
      assert.equal(client.result.capabilities.positionEncoding, encoding);
      const column = columns[encoding];
      await client.open(uri, line);
      const { diagnostics } = await client.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
      const unknown = diagnostics.find((diagnostic) => diagnostic.code === 'unknown-option');
      assert.deepEqual(unknown?.range, {
        start: { line: 0, character: column('"lnguage"') },
        end: { line: 0, character: column(': "de"') },
      });

      const textDocument = { uri };
      const position = { line: 0, character: column(id) + 3 };
      const [place] = await client.request<Location[]>('textDocument/definition', { textDocument, position });
      assert.equal(place?.range.start.character, column(`"id": "${id}`) + 7);

      const change = {
        start: { line: 0, character: column('lnguage') },
        end: { line: 0, character: column('nguage') },
      };
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: { start: change.end, end: change.end }, text: 'a' }],
      });
      const list = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
      const edit = list.items[0]?.textEdit;
      assert.ok(edit && 'range' in edit);
      assert.equal(edit.range.start.character, column(id) + 1, 'one letter behind where it was');
      await client.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) =>
        params.diagnostics.every((diagnostic) => diagnostic.code !== 'unknown-option'),
      );
    });
  }

  test('in UTF-8 are those that an encoder counts, for any text', () => {
    const document = (text: string) => TextDocument.create(uri, 'json', 1, text);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, any) => {
        const open = document(text);
        const places = utf8Places(open);
        const offset = open.offsetAt(open.positionAt(any % (text.length + 1)));
        const position = places.positionAt(offset);
        const start = open.offsetAt({ line: position.line, character: 0 });
        if (/[\ud800-\udbff]$/.test(text.slice(0, offset))) return;
        assert.equal(position.character, Buffer.byteLength(text.slice(start, offset)));
        assert.equal(places.offsetAt(position), offset);
      }),
    );
  });

  test('of one change count in the text that the change before it left', () => {
    const text = TextDocument.create(uri, 'json', 1, '"ü"');
    const insert = (character: number, added: string) => ({
      range: { start: { line: 0, character }, end: { line: 0, character } },
      text: added,
    });
    assert.equal(
      updateUtf8(text, [insert(3, 'é'), insert(5, 'x'), { text: '[]' }, insert(1, '1')], 2).getText(),
      '[1]',
    );
    assert.equal(
      updateUtf8(TextDocument.create(uri, 'json', 1, '"ü"'), [insert(3, 'é'), insert(5, 'x')], 2).getText(),
      '"üéx"',
    );
  });

  test('mean the same place in every answer, however they are counted', async () => {
    const text = [
      '{ "name": "Grüße 😀", "actions": [',
      `  { "id": "${id}", "type": "talk", "option": { "text": "Ünï 😀 \${voipbin.call.id} \${größe} é", "lnguage": "de-DE" } }, // ü`,
      `  { "type": "goto", /* 😀 */ "option": { "target_id": "${id}", "ü": 1, "loop_count": 2 } }, { "type": "é" }`,
      '] }',
    ].join('\n');
    const { utf8, utf16, document, places, check, ask } = await openInBothEncodings(uri, text);
    const found = (client: PlainClient) => client.received('textDocument/publishDiagnostics');
    check('findings', await found(utf8), await found(utf16));
    const textDocument = { uri };
    for (let offset = 0; offset < text.length; offset += 3) {
      if (/[\ud800-\udbff]$/.test(text.slice(0, offset))) continue;
      for (const method of [
        'hover',
        'definition',
        'references',
        'documentHighlight',
        'selectionRange',
        'rangeFormatting',
        'prepareRename',
        'rename',
        'linkedEditingRange',
        'prepareCallHierarchy',
      ])
        await ask(method, offset);
    }
    for (const word of ['lnguage', '"é"', id, '"ü"'])
      for (const method of ['completion', 'codeAction']) await ask(method, text.indexOf(word) + 1);
    for (const closed of text.matchAll(/[}\]]/g)) await ask('onTypeFormatting', closed.index + 1);
    for (const method of ['documentSymbol', 'foldingRange', 'formatting', 'codeLens', 'documentLink'])
      await ask(method, 0);

    const end = document.positionAt(text.length);
    const range = { start: { line: 0, character: 0 }, end: { ...end, character: 0 } };
    const both = async (what: string, method: string, params: (client: PlainClient) => object) => {
      const [ours, theirs] = await Promise.all(
        [utf8, utf16].map((client) => client.request<unknown>(method, params(client))),
      );
      check(what, ours, theirs);
      assert.ok(JSON.stringify(theirs).includes('"line"'), `${what} has places`);
    };
    await both('hints', 'textDocument/inlayHint', () => ({ textDocument, range }));
    await both('workspace symbols', 'workspace/symbol', () => ({ query: '' }));
    const goto = text.indexOf('"goto"') + 2;
    const items = new Map<PlainClient, unknown>();
    for (const [client, position] of [
      [utf8, places.positionAt(goto)],
      [utf16, document.positionAt(goto)],
    ] as const) {
      const [item] = await client.request<unknown[]>('textDocument/prepareCallHierarchy', { textDocument, position });
      items.set(client, item);
    }
    for (const way of ['incomingCalls', 'outgoingCalls'])
      await both(way, `callHierarchy/${way}`, (client) => ({ item: items.get(client) }));

    const words = async (client: PlainClient, offsetAt: (position: Position) => number) => {
      const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
      let at = { line: 0, character: 0 };
      return Array.from({ length: data.length / 5 }, (_, index) => {
        const [down = 0, right = 0, length = 0] = data.slice(index * 5);
        at = { line: at.line + down, character: down === 0 ? at.character + right : right };
        return text.slice(offsetAt(at), offsetAt({ ...at, character: at.character + length }));
      });
    };
    const colored = await words(utf16, (position) => document.offsetAt(position));
    assert.deepEqual(await words(utf8, (position) => places.offsetAt(position)), colored);
    assert.ok(colored.includes('voipbin.call.id') && colored.includes(id), colored.join());
  });
});
