import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Command } from 'vscode-languageserver-protocol';
import { connectPlainClient } from '../../../support/plainClient';

const uri = 'file:///test/fix.flow.json';
const at = { line: 0, character: 12 };

suite('fixes of a client that knows commands only', () => {
  const connect = async (applyEdit: () => unknown) => {
    const capabilities = { workspace: { applyEdit: true }, textDocument: { codeAction: {} } };
    const client = await connectPlainClient({ capabilities, answers: { 'workspace/applyEdit': applyEdit } });
    assert.deepEqual(client.result.capabilities.executeCommandProvider, { commands: ['voipbin.applyFix'] });
    await client.open(uri, '[{ "type": "tlak" }]');
    const [fix] = await client.request<Command[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    assert.ok(fix);
    const run = () => client.request('workspace/executeCommand', { command: fix.command, arguments: fix.arguments });
    return { client, fix, run };
  };

  test('are edits that the server sends when the command is run', async () => {
    const { client, run } = await connect(() => ({ applied: true }));
    assert.equal(await run(), null);
    const { edit } = await client.received<{ edit: { changes: Record<string, { newText: string }[]> } }>(
      'workspace/applyEdit',
    );
    assert.deepEqual(
      edit.changes[uri]?.map((change) => change.newText),
      ['"talk"'],
    );
  });

  test('are not made in a text that they were not made for', async () => {
    const { client, run } = await connect(() => ({ applied: true }));
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '[]' }],
    });
    assert.equal(await run(), null);
    assert.ok(client.sent.every((sent) => sent.method !== 'workspace/applyEdit'));
  });

  test('of another command, or without their order, are none', async () => {
    const { client } = await connect(() => ({ applied: true }));
    for (const [command, given] of [
      ['other', [{}]],
      ['voipbin.applyFix', [null]],
      ['voipbin.applyFix', undefined],
    ]) {
      assert.equal(await client.request('workspace/executeCommand', { command, arguments: given }), null);
    }
  });
});

suite('code actions', () => {
  test('are all there for a client that names nothing, in whatever way it does so', async () => {
    const client = await connectPlainClient({
      capabilities: { textDocument: { codeAction: { codeActionLiteralSupport } } },
    });
    await client.open(uri, '[{ "type": "tlak" }]');
    const count = async (context: unknown) => {
      const range = { start: at, end: at };
      const params = { textDocument: { uri }, range, ...(context === undefined ? {} : { context }) };
      return (await client.request<object[]>('textDocument/codeAction', params)).length;
    };
    const all = await count({ diagnostics: [] });
    assert.ok(all > 0);
    const contexts = [
      undefined,
      null,
      {},
      { diagnostics: null, only: null },
      { diagnostics: {}, only: {} },
      { only: [] },
    ];
    for (const context of contexts) assert.equal(await count(context), all, JSON.stringify(context));
    const refactorings = await count({ diagnostics: [], only: ['refactor'] });
    assert.ok(refactorings > 0);
    assert.equal(await count({ diagnostics: [], only: ['source.organizeImports'] }), 0);
  });
});

const codeActionLiteralSupport = { codeActionKind: { valueSet: [] } };
