import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { A } from '../../support/ids';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const flow = `{ "actions": [ { "type": "answer" }, { "id": "${A}", "type": "mute", "option": {} } ] }`;
const answer = '[{ "type": "answer" }]';
const manifest = '{ "name": "app", "type": "module", "files": ["dist"], "scripts": { "test": "mocha" } }';

/** The codes of what is found in a document, after all that was sent before the answer to another question. */
async function codesIn(client: PlainClient, name: string, language: string, text: string): Promise<unknown> {
  const uri = `file:///test/${name}`;
  await client.open(uri, text, language);
  const last = `file:///last/${name}.flow.json`;
  await client.open(last, '[]');
  await client.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => params.uri === last);
  const [found] = client.sent.filter(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && (params as PublishDiagnosticsParams).uri === uri,
  );
  return found && (found.params as PublishDiagnosticsParams).diagnostics.map((diagnostic) => diagnostic.code);
}

const named = '[{ "id": "ask", "type": "answer", "next_id": "bye" }, { "id": "bye", "type": "hangup" }]';
const namedRows: readonly [title: string, name: string, language: string, text: string, expected: unknown][] = [
  ['names are for authors', 'd.flow.json', 'json', named, ['id-not-uuid', 'next-id-not-uuid', 'id-not-uuid']],
  ['a name with comments allows names', 'e.flow.jsonc', 'json', named, []],
  [
    'a name leads nowhere as an id does',
    'f.flow.jsonc',
    'json',
    named.replace('"bye" }', '"by" }'),
    ['next-id-dangling'],
  ],
];

suite('a client that opens JSON files as JSON', () => {
  const rows: readonly [title: string, name: string, language: string, text: string, expected: unknown][] = [
    ['a flow is one by its content', 'menu.json', 'json', flow, ['noop-type']],
    ['a flow is one by its content, with comments', 'menu.json', 'jsonc', `// a menu\n${flow}`, ['noop-type']],
    ['a flow is one in any other language', 'menu', 'javascript', flow, ['noop-type']],
    ['a flow is one by its name', 'menu.flow.json', 'json', '{}', ['flow-shape']],
    [
      'comments are for names and languages that have them',
      'a.flow.json',
      'json',
      `${answer} // none`,
      ['json-syntax'],
    ],
    ['a language with comments allows them', 'b.flow.json', 'jsonc', `${answer} // none`, []],
    ['a name with comments allows them', 'c.flow.jsonc', 'json', `${answer} // none`, []],
    ['a manifest of npm is none', 'package.json', 'json', manifest, undefined],
    ['a text that is not JSON is none', 'notes.json', 'json', 'nothing', undefined],
    ['a manifest is one where the client says so', 'package.json', 'voipbin-flow', '[', ['json-syntax']],
  ];
  for (const [title, name, language, text, expected] of [...rows, ...namedRows]) {
    test(title, async () => {
      assert.deepEqual(await codesIn(await connectPlainClient(), name, language, text), expected);
    });
  }

  test('of a file that is not a flow nothing is answered either', async () => {
    const client = await connectPlainClient();
    const textDocument = { uri: 'file:///test/package.json' };
    await client.open(textDocument.uri, manifest, 'json');
    const position = { line: 0, character: 20 };
    for (const method of ['hover', 'completion', 'documentSymbol', 'foldingRange', 'formatting'])
      assert.equal(
        await client.request(`textDocument/${method}`, { textDocument, position, options: {} }),
        null,
        method,
      );
  });

  test('content does not decide where settings say so', async () => {
    const client = await connectPlainClient({ initializationOptions: { detectFlows: 'off' } });
    assert.equal(await codesIn(client, 'menu.json', 'json', flow), undefined);
  });

  test('a flow stays one while it is edited', async () => {
    const client = await connectPlainClient();
    const uri = 'file:///test/typed.json';
    await client.open(uri, flow, 'json');
    await client.received('textDocument/publishDiagnostics');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '{ "actions": [ { "type": "" } ] }' }],
    });
    const list = await client.request<object | null>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: 26 },
    });
    assert.ok(list);
  });
});
