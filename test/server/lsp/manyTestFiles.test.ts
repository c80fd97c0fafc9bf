import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { fileRequest, listFilesRequest, readFileRequest } from '../../../server/protocol';
import { A, B } from '../../support/ids';
import { connectPlainClient } from '../../support/plainClient';

const folder = 'file:///test/flows';
const flowUri = `${folder}/menu.flow.jsonc`;
const testUri = `${folder}/menu.flow.test.json`;
const elsewhere = `${folder}/deep/all.flow.test.json`;
const flow = `[\n{ "id": "${A}", "type": "beep" },\n{ "type": "hangup" },\n{ "id": "${B}", "type": "beep" } ]`;
const testFile = (name: string, head = '') =>
  `{ ${head}"cases": [{ "name": "one", "expect": { "runs": ["${name}"] } }] }`;

/** A client with these files, that has told of them; `asks` says which of them are read for what. */
async function workspace(files: Map<string, string>) {
  const client = await connectPlainClient({
    capabilities: {
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      experimental: { voipbin: { readsFiles: true } },
    },
    answers: {
      [readFileRequest]: (params) => files.get((params as { uri: string }).uri) ?? null,
      [listFilesRequest]: () => [...files.keys()],
    },
  });
  const tell = (uri: string) => client.request(fileRequest, { uri, text: files.get(uri), unchecked: true });
  for (const uri of files.keys()) await tell(uri);
  await client.open(flowUri, flow, 'voipbin-flow');
  const readFor = async (work: () => Promise<unknown>) => {
    const before = client.sent.length;
    await work();
    const asked = client.sent.slice(before).filter(({ method }) => method === readFileRequest);
    const read = asked.map(({ params }) => (params as { uri: string }).uri);
    return read.filter((uri) => uri.includes('.flow.test.')).sort();
  };
  const at = (line: number) => ({ line, character: 12 });
  const actions = (line: number, context: object) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: flowUri },
      range: { start: at(line), end: at(line) },
      context,
    });
  const references = () =>
    client.request('textDocument/references', { textDocument: { uri: flowUri }, position: at(1) });
  return { tell, readFor, actions, references };
}

suite('test files: hundreds of them', () => {
  const names = Array.from({ length: 300 }, (_, at) => `${folder}/other${at}.flow.test.json`);
  const all = () =>
    new Map([
      ...names.map((name) => [name, testFile(A)] as const),
      [testUri, testFile(A)],
      [elsewhere, testFile(B, '"flow": "../menu.flow.jsonc", ')],
    ]);

  test('are not read for a flow that they do not name, once the client has told of them', async () => {
    const files = all();
    const { tell, readFor, actions, references } = await workspace(files);
    const refactor = () => actions(1, { diagnostics: [] });
    assert.deepEqual(await readFor(refactor), [elsewhere, testUri]);
    assert.deepEqual(await readFor(references), [elsewhere, testUri]);
    // One of them is about the flow now, and another is gone.
    const [other = ''] = names;
    files.set(other, testFile(A, '"flow": "menu.flow.jsonc", '));
    files.delete(elsewhere);
    await tell(other);
    await tell(elsewhere);
    assert.deepEqual(await readFor(refactor), [testUri, other].sort());
  });

  test('are not read while the cursor moves, but for a finding whose fix could change what they name', async () => {
    const { readFor, actions } = await workspace(all());
    const automatic = 2;
    assert.deepEqual(await readFor(() => actions(1, { diagnostics: [], triggerKind: automatic })), []);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 60 } };
    const diagnostics = [{ range, message: '', code: 'unreachable-action', source: 'voipbin' }];
    const fixes = await actions(3, { diagnostics, triggerKind: automatic });
    const removal = fixes.find(({ title }) => title === 'Remove the action')?.edit?.changes ?? {};
    assert.deepEqual(Object.keys(removal), [flowUri, elsewhere]);
  });
});
