import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { connectPlainClient } from '../../support/plainClient';

const uriOf = (name: string) => `file:///flows/${name}`;
const plain = '{ "cases": [] }';

/** What becomes of files that are on the disk of the server, of which none is open: the client says nothing of its files. */
async function moved(files: Readonly<Record<string, string>>, moves: Readonly<Record<string, string>>, open = '') {
  const client = await connectPlainClient({
    capabilities: { workspace: { fileOperations: { willRename: true } } },
    readFile: async (uri) => files[uri.slice(uriOf('').length)] ?? null,
  });
  if (open !== '') await client.open(uriOf(open), files[open] ?? '', 'json');
  const list = Object.entries(moves).map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) }));
  const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files: list });
  const changes = Object.entries(edit?.changes ?? {});
  return Object.fromEntries(
    changes.map(([uri, edits]) => [uri.slice(uriOf('').length), edits.map((own) => own.newText)]),
  );
}

suite('files that are renamed in an editor that does not send its files', () => {
  const flow = { 'm.flow.json': '[]' };

  test('the test file beside a flow names it from then on, open or not', async () => {
    const files = { ...flow, 'm.flow.test.json': plain };
    const wanted = { 'm.flow.test.json': ['"flow": "n.flow.json", '] };
    for (const open of ['', 'm.flow.json', 'm.flow.test.json'])
      assert.deepEqual(await moved(files, { 'm.flow.json': 'n.flow.json' }, open), wanted, open);
  });

  test('a path to the flow in it is changed', async () => {
    const files = { ...flow, 'm.flow.test.jsonc': '{ "flow": "./m.flow.json", "cases": [] }' };
    assert.deepEqual(await moved(files, { 'm.flow.json': 'n.flow.jsonc' }), {
      'm.flow.test.jsonc': ['"./n.flow.jsonc"'],
    });
  });

  test('a test file that is renamed names the flow that it was beside', async () => {
    const files = { ...flow, 'm.flow.test.json': plain };
    assert.deepEqual(await moved(files, { 'm.flow.test.json': 'k.flow.test.json' }), {
      'm.flow.test.json': ['"flow": "m.flow.json", '],
    });
  });

  test('nothing changes where it is the test file of another flow, where both are renamed, and where there is none', async () => {
    const both = { ...flow, 'm.flow.jsonc': '[]', 'm.flow.test.json': plain };
    assert.deepEqual(await moved(both, { 'm.flow.jsonc': 'n.flow.jsonc' }), {});
    const files = { ...flow, 'm.flow.test.json': plain };
    assert.deepEqual(await moved(files, { 'm.flow.json': 'n.flow.json', 'm.flow.test.json': 'n.flow.test.json' }), {});
    assert.deepEqual(await moved(flow, { 'm.flow.json': 'n.flow.json' }), {});
  });
});
