import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type {
  Location,
  PublishDiagnosticsParams,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { fileRequest, linkedFlowsNotification, listFilesRequest, readFileRequest } from '../../../server/protocol';
import { connectPlainClient } from '../../support/plainClient';

const uri = 'file:///test/closed.flow.json';
const text = '[{ "type": "no_such" }]';
const versions = { textDocument: { publishDiagnostics: { versionSupport: true } } };

suite('files that are not open', () => {
  const shownIn = (client: Awaited<ReturnType<typeof connectPlainClient>>) =>
    client.sent
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params as PublishDiagnosticsParams);

  test('are checked as the client reads them, and without a text their findings go', async () => {
    const client = await connectPlainClient({ capabilities: versions });
    await client.request(fileRequest, { uri, text });
    await client.request(fileRequest, { uri });
    assert.deepEqual(
      shownIn(client).map((shown) => [shown.uri, shown.version, shown.diagnostics.map(({ code }) => code)]),
      [
        [uri, undefined, ['unknown-type']],
        [uri, undefined, []],
      ],
    );
  });

  test('are not checked where that is switched off, and known all the same', async () => {
    const client = await connectPlainClient();
    await client.request(fileRequest, { uri, text, unchecked: true });
    assert.deepEqual(
      shownIn(client).map(({ diagnostics }) => diagnostics),
      [[]],
    );
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['closed.flow.json', 'no_such'],
    );
  });

  test('may have comments by their name, and follow the settings', async () => {
    const settings = { voipbin: { checks: { 'unknown-type': 'off' } } };
    const client = await connectPlainClient({ initializationOptions: settings });
    await client.request(fileRequest, { uri: `${uri}c`, text: `// Mine.\n${text}` });
    assert.deepEqual(
      shownIn(client).map(({ diagnostics }) => diagnostics),
      [[]],
    );
  });

  test('are left to their editor while they are open', async () => {
    const client = await connectPlainClient();
    await client.open(uri, '[{ "type": "answer" }]');
    await client.received('textDocument/publishDiagnostics');
    await client.request(fileRequest, { uri, text });
    await client.request(fileRequest, { uri });
    assert.deepEqual(
      shownIn(client).map(({ diagnostics }) => diagnostics),
      [[]],
    );
  });
});

const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const main = 'file:///test/main.flow.json';
const greet = 'file:///test/greet.flow.json';
const tests = 'file:///test/greet.flow.test.json';
const mainText = `[{"type": "variable_set", "option": {"key": "name"}}, {"type": "fetch_flow", "option": {"flow_id": "${id}"}}]`;
const greetText = '[{"type": "talk", "option": {"text": "Hello ${name}."}}]';

suite('links between files', () => {
  const connect = async (capabilities = {}) => {
    const client = await connectPlainClient({
      capabilities: { ...capabilities, experimental: { voipbin: { readsFiles: true } } },
      answers: { [listFilesRequest]: () => [tests], [readFileRequest]: () => '{"cases": []}' },
    });
    await client.open(main, mainText);
    await client.request(fileRequest, { uri: greet, text: greetText });
    await client.connection.sendNotification(linkedFlowsNotification, {
      flows: [
        { id: id.toUpperCase(), uri: greet, name: 'Greeting' },
        { id: 'none', uri: greet, name: '' },
      ],
    });
    return client;
  };
  const at = (text: string, part: string) => ({ line: 0, character: text.indexOf(part) + 1 });

  test('are those that the client tells of', async () => {
    const client = await connect();
    const found = await client.request<Location[]>('textDocument/definition', {
      textDocument: { uri: main },
      position: at(mainText, id),
    });
    assert.deepEqual(
      found.map((location) => location.uri),
      [greet],
    );
  });

  test('hints and lenses are asked for again when a file is told of that others name, and not for any other change', async () => {
    const client = await connectPlainClient({
      capabilities: { workspace: { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } } },
      answers: { 'workspace/inlayHint/refresh': () => null, 'workspace/codeLens/refresh': () => null },
    });
    await client.open(main, mainText);
    const asked = () => client.sent.filter(({ method }) => method === 'workspace/inlayHint/refresh').length;
    await client.received('workspace/inlayHint/refresh');
    const before = asked();
    const own = `{"id": "${id}", "name": "Greeting", "tm_create": "2026-01-01", "actions": []}`;
    await client.request(fileRequest, { uri: greet, text: own });
    await client.received('workspace/inlayHint/refresh', () => asked() > before);
    await client.received('workspace/codeLens/refresh');
    const after = asked();
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: main, version: 2 },
      contentChanges: [{ text: mainText.replace('[', '[ ') }],
    });
    // What is done after a moment comes at once here, before this is answered.
    await client.request('textDocument/foldingRange', { textDocument: { uri: main } });
    await client.request(fileRequest, { uri: greet, text: own });
    await client.request('textDocument/foldingRange', { textDocument: { uri: main } });
    assert.equal(asked(), after);
  });

  test('a rename is one edit of all files, with versions for a client that takes them', async () => {
    const params = { textDocument: { uri: main }, position: at(mainText, 'name"'), newName: 'caller' };
    const plain = await (await connect()).request<WorkspaceEdit>('textDocument/rename', params);
    assert.deepEqual(Object.keys(plain.changes ?? {}), [main, greet]);
    const versioned = await (
      await connect({ workspace: { workspaceEdit: { documentChanges: true } } })
    ).request<WorkspaceEdit>('textDocument/rename', params);
    assert.equal(versioned.changes, undefined);
    assert.deepEqual(
      versioned.documentChanges?.map((change) => 'textDocument' in change && change.textDocument),
      [
        { uri: main, version: 1 },
        { uri: greet, version: null },
      ],
    );
  });

  test('a rename takes the test files of every flow along, also one that begins in a test file', async () => {
    const testText = '{"cases": [{"name": "One", "expect": {"variables": {"name": "Ann"}}}]}';
    const client = await connectPlainClient({
      capabilities: { experimental: { voipbin: { readsFiles: true } } },
      answers: {
        [listFilesRequest]: () => [tests],
        [readFileRequest]: (params) =>
          ({ [tests]: testText, [greet]: greetText })[(params as { uri: string }).uri] ?? null,
      },
    });
    await client.open(main, mainText);
    await client.request(fileRequest, { uri: greet, text: greetText });
    await client.connection.sendNotification(linkedFlowsNotification, {
      flows: [{ id, uri: greet, name: 'Greeting' }],
    });
    const changed = async (uri: string, position: object) => {
      const params = { textDocument: { uri }, position, newName: 'caller' };
      const edit = await client.request<WorkspaceEdit>('textDocument/rename', params);
      return Object.keys(edit.changes ?? {}).sort();
    };
    const all = [tests, greet, main].sort();
    assert.deepEqual(await changed(main, at(mainText, 'name"')), all);
    const found = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri: main },
      position: at(mainText, 'name"'),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found.map((location) => location.uri).sort(), all);
    await client.open(tests, testText, 'json');
    assert.deepEqual(await changed(tests, at(testText, 'name": "Ann')), all);
  });

  test('are asked about before files get other names', async () => {
    const client = await connect({ workspace: { fileOperations: { willRename: true } } });
    assert.ok(client.result.capabilities.workspace?.fileOperations?.willRename);
    const files = [{ oldUri: greet, newUri: 'file:///test/hello.flow.json' }];
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
    assert.deepEqual(
      edit.changes?.[tests]?.map(({ newText }) => newText),
      ['"flow": "hello.flow.json", '],
    );
    const plain = await connect();
    assert.equal(plain.result.capabilities.workspace?.fileOperations, undefined);
  });
});
