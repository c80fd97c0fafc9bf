import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CodeAction, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { fileRequest, linkedFlowsNotification } from '../../../server/protocol';
import { A } from '../../support/ids';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const main = 'file:///test/main.flow.json';
const greet = 'file:///test/greet.flow.json';
const setting = (name: string) =>
  `[{"type": "variable_set", "option": {"key": "${name}", "value": "Ann"}}, {"type": "fetch_flow", "option": {"flow_id": "${A}"}}]`;
const reading = '[{"type": "talk", "option": {"text": "Hello ${customer}.", "language": "en-US"}}]';
const link = (client: PlainClient, id = A) =>
  client.connection.sendNotification(linkedFlowsNotification, { flows: [{ id, uri: greet, name: 'Greeting' }] });
const tell = (client: PlainClient, uri: string, text?: string) => client.request(fileRequest, { uri, text });
const change = (client: PlainClient, uri: string, version: number, text: string) =>
  client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });

/** Resolves when the last that was sent of a file has these findings; further ones may be about it as well. */
async function shows(client: PlainClient, uri: string, codes: readonly string[]): Promise<void> {
  const last = () =>
    client.sent
      .map(({ params }) => params as PublishDiagnosticsParams)
      .findLast((shown) => shown?.uri === uri && shown.diagnostics !== undefined)
      ?.diagnostics.map(({ code }) => code);
  let seen = client.sent.length;
  while (JSON.stringify(last()) !== JSON.stringify(codes)) {
    await client.received('textDocument/publishDiagnostics', () => client.sent.length > seen);
    seen = client.sent.length;
  }
}

const unset = ['variable-never-set'];

suite('findings about variables of linked flows', () => {
  for (const isOpen of [true, false]) {
    const where = isOpen ? 'in an open file' : 'in a file that is not open';
    const give = (client: PlainClient, uri: string, text: string) =>
      isOpen ? client.open(uri, text) : tell(client, uri, text);

    test(`follow the flow that sets them, as it is typed, ${where}`, async () => {
      const client = await connectPlainClient();
      await give(client, greet, reading);
      await shows(client, greet, unset);
      await client.open(main, setting('customer'));
      await link(client);
      await shows(client, greet, []);
      await change(client, main, 2, setting('client'));
      await shows(client, greet, unset);
      await change(client, main, 3, setting('customer'));
      await shows(client, greet, []);
      await link(client, '99999999-0000-4000-8000-000000000000');
      await shows(client, greet, unset);
    });

    test(`follow the flow that sets them, as it is on the disk, ${where}`, async () => {
      const client = await connectPlainClient();
      await link(client);
      await tell(client, main, setting('customer'));
      await give(client, greet, reading);
      await shows(client, greet, []);
      await tell(client, main, setting('client'));
      await shows(client, greet, unset);
      await tell(client, main, setting('customer'));
      await shows(client, greet, []);
      await tell(client, main);
      await shows(client, greet, unset);
    });
  }

  test('of a flow that is closed without being saved, its file counts', async () => {
    const client = await connectPlainClient();
    await link(client);
    await tell(client, main, setting('client'));
    await tell(client, greet, reading);
    await client.open(main, setting('customer'));
    await shows(client, greet, []);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: main } });
    await shows(client, greet, unset);
  });

  test('are the same for fixes, which know the names of the other flow', async () => {
    const client = await connectPlainClient({
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    });
    await link(client);
    await tell(client, main, setting('customers'));
    await client.open(greet, reading);
    await shows(client, greet, unset);
    const at = { line: 0, character: reading.indexOf('customer') + 1 };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: greet },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Change to `customers`'],
    );
  });

  test('are not shown of a file that is not to be checked, and no file is shown again for which nothing is different', async () => {
    const client = await connectPlainClient();
    await link(client);
    await tell(client, greet, reading);
    await client.request(fileRequest, { uri: greet, text: reading, unchecked: true });
    await tell(client, 'file:///test/other.flow.json', reading);
    const before = client.sent.length;
    await tell(client, main, setting('customer'));
    await client.open('file:///test/last.flow.json', reading);
    await shows(client, 'file:///test/last.flow.json', unset);
    const after = client.sent.slice(before).map(({ params }) => (params as PublishDiagnosticsParams).uri);
    assert.deepEqual(after.sort(), ['file:///test/last.flow.json', main]);
  });
});
