import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { ClientCapabilities, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { readSentSettings } from '../../../server/lsp/settingsForms';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const text = '{ "actions": [ { "type": "mute" } ] }';
const off = { checks: { 'noop-type': 'off' } };
const pulls: ClientCapabilities = { workspace: { configuration: true } };
const never = () => new Promise(() => undefined);

/** Whether the finding that the settings turn off is there, in the diagnostics that come next. */
async function isFound(client: PlainClient, uri: string, from = 0): Promise<boolean> {
  const isNew = (params: PublishDiagnosticsParams) =>
    params.uri === uri && client.sent.slice(from).some((sent) => sent.params === params);
  const { diagnostics } = await client.received('textDocument/publishDiagnostics', isNew);
  return diagnostics.some((diagnostic) => diagnostic.code === 'noop-type');
}

const openIn = async (client: PlainClient, name = 'one') => {
  const uri = `file:///test/${name}.flow.json`;
  await client.open(uri, text);
  return uri;
};
const edit = (client: PlainClient, uri: string, version: number) =>
  client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text: `${text}\n` }],
  });

/** The forms in which editors send settings. */
const forms: readonly [string, object][] = [
  ['under "voipbin"', { voipbin: off, checks: 'of another extension' }],
  ['by themselves', off],
  ['with dots down to the setting', { 'voipbin.checks': { 'noop-type': 'off' } }],
  ['with dots all the way', { 'voipbin.checks.noop-type': 'off', 'voipbin.checks.unknown-key': 'off' }],
  ['with dots by themselves', { 'checks.noop-type': 'off' }],
  ['with dots under "voipbin"', { voipbin: { 'checks.noop-type': 'off' } }],
];

suite('settings of a client', () => {
  for (const [title, settings] of forms) {
    test(`${title}, sent at the start`, async () => {
      const client = await connectPlainClient({ initializationOptions: settings });
      assert.equal(await isFound(client, await openIn(client)), false);
    });
    test(`${title}, sent when they change`, async () => {
      const client = await connectPlainClient();
      const uri = await openIn(client);
      assert.equal(await isFound(client, uri), true);
      const seen = client.sent.length;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      assert.equal(await isFound(client, uri, seen), false);
    });
    test(`${title}, answered when they are asked for`, async () => {
      const client = await connectPlainClient({
        capabilities: pulls,
        answers: { 'workspace/configuration': () => [settings] },
      });
      assert.equal(await isFound(client, await openIn(client)), false);
    });
  }

  test('what is nested too deep is not a setting', () => {
    let deep: object = {};
    for (let level = 0; level < 100_000; level++) deep = { a: deep };
    assert.ok('a' in readSentSettings(deep));
    assert.deepEqual(Object.keys(readSentSettings({ ['voipbin.'.repeat(100_000)]: 1 })), ['voipbin']);
  });

  test('what is not a setting counts as none', async () => {
    for (const initializationOptions of [
      null,
      5,
      'off',
      [],
      { voipbin: 5 },
      { 'voipbin.checks': 1 },
      JSON.parse('{"__proto__": {"checks": 1}}'),
    ]) {
      const client = await connectPlainClient({ initializationOptions });
      assert.equal(await isFound(client, await openIn(client)), true);
    }
  });

  test('an answer that says nothing leaves what was sent at the start', async () => {
    for (const answer of [[null], [{}], null, []]) {
      const answers = { 'workspace/configuration': () => answer };
      const client = await connectPlainClient({ capabilities: pulls, answers, initializationOptions: off });
      assert.equal(await isFound(client, await openIn(client)), false);
    }
  });

  test('a client that refuses the question has findings all the same, and is asked again', async () => {
    let asked = 0;
    const answer = () => {
      if (++asked === 1) throw new Error('not now');
      return [off];
    };
    const client = await connectPlainClient({ capabilities: pulls, answers: { 'workspace/configuration': answer } });
    const uri = await openIn(client);
    assert.equal(await isFound(client, uri), true);
    const seen = client.sent.length;
    await edit(client, uri, 2);
    assert.equal(await isFound(client, uri, seen), false);
  });

  test('a client that never answers has findings after two seconds, the next time at once, and is asked each time', async () => {
    const client = await connectPlainClient({ capabilities: pulls, answers: { 'workspace/configuration': never } });
    const uri = await openIn(client);
    await client.received('workspace/configuration');
    client.losePatience();
    assert.equal(await isFound(client, uri), true);
    const seen = client.sent.length;
    await edit(client, uri, 2);
    assert.equal(await isFound(client, uri, seen), true);
    assert.equal(client.sent.filter((sent) => sent.method === 'workspace/configuration').length, 2);
  });

  test('a client that never answers, or refuses, has hints, lenses, code actions and findings that it asks for', async () => {
    const jump = '[{ "id": "ask", "type": "answer" }, { "type": "beep", "next_id": "ask" }, { "type": "tlak" }]';
    const capabilities: ClientCapabilities = {
      ...pulls,
      textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 80 } };
    const refuse = () => {
      throw new Error('not now');
    };
    for (const answer of [never, refuse]) {
      const client = await connectPlainClient({ capabilities, answers: { 'workspace/configuration': answer } });
      const textDocument = { uri: 'file:///test/asked.flow.jsonc' };
      await client.open(textDocument.uri, jump, 'json');
      const asked = Promise.all([
        client.request<unknown[]>('textDocument/inlayHint', { textDocument, range }),
        client.request<unknown[]>('textDocument/codeLens', { textDocument }),
        client.request<unknown[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
        client.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument }).then(({ items }) => items),
      ]);
      await client.received('workspace/configuration');
      client.losePatience();
      for (const answered of await asked) assert.ok(answered.length > 0, JSON.stringify(answered));
    }
  });

  test('settings that come late are followed when they come', async () => {
    let give: (settings: unknown) => void = () => undefined;
    const later = new Promise((resolve) => {
      give = resolve;
    });
    const client = await connectPlainClient({
      capabilities: pulls,
      answers: { 'workspace/configuration': () => later },
    });
    const uri = await openIn(client);
    await client.received('workspace/configuration');
    client.losePatience();
    assert.equal(await isFound(client, uri), true);
    const seen = client.sent.length;
    give([off]);
    assert.equal(await isFound(client, uri, seen), false);
  });

  test('a client that refuses to tell of changes is served on', async () => {
    const capabilities = { workspace: { didChangeConfiguration: { dynamicRegistration: true } } };
    const client = await connectPlainClient({ capabilities });
    await client.received('client/registerCapability');
    await client.received<{ message: string }>('window/logMessage', ({ message }) =>
      message.includes('did not accept'),
    );
    assert.equal(await isFound(client, await openIn(client)), true);
  });
});
