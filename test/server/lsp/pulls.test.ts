import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  PreviousResultId,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { host } from '../../../server/node/host';
import { fileRequest, linkedFlowsNotification } from '../../../server/protocol';
import { A } from '../../support/ids';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const uri = 'file:///test/menu.flow.json';
const textDocument = { uri };
const text = '[{ "type": "no_such" }, { "type": "hangup" }]';
const pulls: ClientCapabilities = { textDocument: { diagnostic: {} } };

async function openWith(capabilities: ClientCapabilities) {
  const client = await connectPlainClient({ capabilities });
  await client.open(uri, text);
  // What the server sends by itself has been sent before it answers.
  const settle = () => client.request('textDocument/foldingRange', { textDocument });
  const sent = (method: string) => client.sent.some((sent) => sent.method === method);
  return { client, settle, sent };
}

suite('findings that are asked for', () => {
  test('are not sent as well', async () => {
    const { client, settle, sent } = await openWith(pulls);
    await settle();
    assert.equal(sent('textDocument/publishDiagnostics'), false);
    assert.deepEqual(client.result.capabilities.diagnosticProvider, {
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const { kind, items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    assert.equal(kind, 'full');
    assert.deepEqual(
      items.map(({ code }) => code),
      ['unknown-type'],
    );
  });

  test('of all open flows come with their versions', async () => {
    const { client } = await openWith(pulls);
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map((item) => [item.uri, item.version, item.kind]),
      [[uri, 1, 'full']],
    );
  });

  test('of all open flows are about the newest texts, also where settings come late', async () => {
    let give: (settings: unknown) => void = () => undefined;
    const later = new Promise((resolve) => {
      give = resolve;
    });
    const client = await connectPlainClient({
      capabilities: { ...pulls, workspace: { configuration: true } },
      answers: { 'workspace/configuration': () => later },
    });
    await client.open(uri, text);
    const asked = client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    await client.received('workspace/configuration');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '[]' }],
    });
    give([{}]);
    const { items } = await asked;
    assert.deepEqual(
      items.map((item) => [item.version, item.kind === 'full' && item.items.map(({ code }) => code)]),
      [[2, ['empty-actions']]],
    );
  });

  test('of what is no open flow are none', async () => {
    const { client } = await openWith(pulls);
    const other = { textDocument: { uri: 'file:///gone.json' } };
    assert.deepEqual(await client.request('textDocument/diagnostic', other), { kind: 'full', items: [] });
  });

  test('are sent to a client that does not ask, and to ours, which shows the status too', async () => {
    for (const capabilities of [{}, { ...pulls, experimental: { voipbin: { status: true } } }]) {
      const { client } = await openWith(capabilities);
      await client.received('textDocument/publishDiagnostics');
      assert.equal(client.result.capabilities.diagnosticProvider, undefined);
    }
  });

  test('of a test file are told for every address, also one with a malformed escape', async () => {
    const { readFile } = host;
    const client = await connectPlainClient({ capabilities: pulls, ...(readFile ? { readFile } : {}) });
    for (const address of [
      'file:///test/a%zz.flow.test.json',
      'file:///%/b.flow.test.json',
      'untitled:c.flow.test.json',
    ]) {
      await client.open(address, '{ "cases": [] }', 'json');
      const { items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: address },
      });
      assert.deepEqual(
        items.map(({ code }) => code),
        ['test-flow'],
        address,
      );
    }
  });
});

suite('findings of the whole workspace', () => {
  const closed = 'file:///test/closed.flow.json';
  const testFile = 'file:///test/lost.flow.test.json';
  const tell = (client: PlainClient, params: object) => client.request(fileRequest, params);
  const ask = async (client: PlainClient, previousResultIds: readonly PreviousResultId[] = []) => {
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    return items;
  };
  const idsOf = (items: WorkspaceDiagnosticReport['items']) =>
    items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' }));
  const shown = (items: WorkspaceDiagnosticReport['items']) =>
    items.map((item) => [
      item.uri,
      item.version,
      item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind,
    ]);

  test('are those of files that are open and of those that are not, which are not sent as well', async () => {
    const { client, sent } = await openWith(pulls);
    await tell(client, { uri: closed, text: '[]' });
    await client.open(testFile, '{ "cases": [] }', 'json');
    assert.deepEqual(shown(await ask(client)), [
      [closed, null, ['empty-actions']],
      [testFile, 1, ['test-flow']],
      [uri, 1, ['unknown-type']],
    ]);
    const { items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: closed },
    });
    assert.deepEqual(
      items.map(({ code }) => code),
      ['empty-actions'],
    );
    assert.equal(sent('textDocument/publishDiagnostics'), false);
  });

  test('that a client has already are not sent again, and what has changed is', async () => {
    const { client } = await openWith(pulls);
    await tell(client, { uri: closed, text: '[]' });
    const before = idsOf(await ask(client));
    assert.deepEqual(shown(await ask(client, before)), [
      [closed, null, 'unchanged'],
      [uri, 1, 'unchanged'],
    ]);
    await tell(client, { uri: closed, text });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '[{ "type": "answer" }]' }],
    });
    const now = await ask(client, before);
    assert.deepEqual(shown(now), [
      [closed, null, ['unknown-type']],
      [uri, 2, []],
    ]);
    const again = { textDocument, previousResultId: now[1]?.resultId };
    assert.equal((await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', again)).kind, 'unchanged');
    const older = { textDocument, previousResultId: before[1]?.value };
    assert.equal((await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', older)).kind, 'full');
  });

  test('of one server are not taken for those of another', async () => {
    const { client } = await openWith(pulls);
    const before = idsOf(await ask(client));
    const { client: other } = await openWith(pulls);
    await ask(other);
    const known = await ask(other, [{ uri, value: (before[0]?.value ?? '').replace(/^\S+/, 'another-server') }]);
    assert.deepEqual(shown(known), [[uri, 1, ['unknown-type']]]);
  });

  test('go where a file is gone, not to be checked any more, or closed', async () => {
    const { client } = await openWith(pulls);
    await tell(client, { uri: closed, text });
    const before = idsOf(await ask(client));
    await tell(client, { uri: closed, text, unchecked: true });
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    assert.deepEqual(shown(await ask(client, before)), [
      [closed, null, []],
      [uri, null, []],
    ]);
    assert.deepEqual(await ask(client), []);
  });

  test('follow settings, and the flows that are linked, of which the client is told', async () => {
    const greet = 'file:///test/greet.flow.json';
    const reading = '[{ "type": "talk", "option": { "text": "Hello ${name}.", "language": "en-US" } }]';
    const setting = `[{ "type": "variable_set", "option": { "key": "name" } }, { "type": "fetch_flow", "option": { "flow_id": "${A}" } }]`;
    const client = await connectPlainClient({
      capabilities: { ...pulls, workspace: { diagnostics: { refreshSupport: true } } },
      answers: { 'workspace/diagnostic/refresh': () => null },
    });
    await client.connection.sendNotification(linkedFlowsNotification, { flows: [{ id: A, uri: greet, name: '' }] });
    await tell(client, { uri: greet, text: reading });
    const before = await ask(client);
    assert.deepEqual(shown(before), [[greet, null, ['variable-never-set']]]);
    const asked = client.sent.length;
    await tell(client, { uri: closed, text: setting });
    await client.received('workspace/diagnostic/refresh', () => client.sent.length > asked);
    assert.deepEqual(shown(await ask(client, idsOf(before)))[0], [greet, null, []]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { voipbin: { checks: { 'option-required': 'off' } } },
    });
    assert.deepEqual(shown(await ask(client)), [
      [greet, null, []],
      [closed, null, []],
    ]);
  });

  test('are made once, however often they are asked for', async () => {
    const client = await connectPlainClient({
      capabilities: { ...pulls, workspace: { configuration: true } },
      answers: { 'workspace/configuration': () => [{}] },
    });
    await tell(client, { uri: closed, text });
    for (let round = 0; round < 3; round++) await ask(client);
    assert.equal(client.sent.filter(({ method }) => method === 'workspace/configuration').length, 1);
  });
});

suite('what depends on settings', () => {
  const rows: readonly [method: string, capabilities: ClientCapabilities][] = [
    ['workspace/inlayHint/refresh', { workspace: { inlayHint: { refreshSupport: true } } }],
    ['workspace/codeLens/refresh', { workspace: { codeLens: { refreshSupport: true } } }],
    ['workspace/diagnostic/refresh', { ...pulls, workspace: { diagnostics: { refreshSupport: true } } }],
  ];
  for (const [method, capabilities] of rows) {
    test(`is asked for again: ${method}, where a client takes it`, async () => {
      for (const [takes, expected] of [
        [{}, false],
        [capabilities, true],
      ] as const) {
        const { client, settle, sent } = await openWith(takes);
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
        await settle();
        assert.equal(sent(method), expected);
      }
    });
  }

  test('hints and lenses can be switched off', async () => {
    const jump =
      '[{ "id": "3a6f1d52-8c1b-4e0a-9d56-0b9f3c8e7a11", "type": "beep" }, { "type": "answer", "next_id": "3a6f1d52-8c1b-4e0a-9d56-0b9f3c8e7a11" }]';
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    for (const off of [false, true]) {
      const settings = off ? { codeLens: false, inlayHints: { targets: false, loops: false } } : {};
      const client = await connectPlainClient({ initializationOptions: { voipbin: settings } });
      await client.open(uri, jump);
      const hints = await client.request<unknown[]>('textDocument/inlayHint', { textDocument, range });
      const lenses = await client.request<unknown[]>('textDocument/codeLens', { textDocument });
      assert.deepEqual([hints.length > 0, lenses.length > 0], [!off, !off]);
    }
  });
});
