import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { connectPlainClient } from '../../support/plainClient';

const flowUri = 'file:///flows/m.flow.json';
const testUri = 'file:///flows/m.flow.test.json';
const rename = { kind: 'rename', oldUri: flowUri, newUri: `${flowUri}c` };

/** What Move to a .flow.jsonc changes beside a test file that is not open. */
async function moved(tests: string, fileOperations: object = {}) {
  const client = await connectPlainClient({
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] }, fileOperations },
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    },
    readFile: async (uri) => (uri === testUri ? tests : null),
  });
  await client.open(flowUri, '[ { "id": "ask", "type": "answer" } ]', 'json');
  const place = { line: 0, character: 10 };
  const found = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: flowUri },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
  return found.find(({ title }) => title.startsWith('Move to a .flow.jsonc'))?.edit;
}

suite('a flow that becomes a *.flow.jsonc', () => {
  const named = '{ "flow": "m.flow.json", "cases": [] }';

  test('changes the path to it in its test file, where the editor does not ask for that itself', async () => {
    const start = { line: 0, character: 10 };
    const path = { range: { start, end: { line: 0, character: 23 } }, newText: '"m.flow.jsonc"' };
    assert.deepEqual(await moved(named), {
      documentChanges: [{ textDocument: { uri: testUri, version: null }, edits: [path] }, rename],
    });
    assert.deepEqual(await moved(named, { willRename: true }), { documentChanges: [rename] });
  });

  test('changes nothing in a test file that finds it by its name', async () => {
    assert.deepEqual(await moved('{ "cases": [] }'), { documentChanges: [rename] });
  });
});
