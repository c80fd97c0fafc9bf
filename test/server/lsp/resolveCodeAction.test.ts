import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type CodeAction, LSPErrorCodes } from 'vscode-languageserver-protocol';
import { connectPlainClient } from '../../support/plainClient';

const uri = 'file:///test/menu.flow.json';
const text = '[{ "id": "one", "type": "answer" }, { "id": "two", "type": "beep" }]';

/** The fix for all findings at the start of the text, as a client with these capabilities gets it. */
async function fixAllFor(more: object, workspace: object = {}) {
  const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
  const capabilities = { workspace, textDocument: { codeAction: { ...literals, ...more } } };
  const client = await connectPlainClient({ capabilities });
  await client.open(uri, text);
  const at = { line: 0, character: 10 };
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  const all = actions.find(({ title }) => title === 'Give every action a UUID');
  assert.ok(all);
  return { client, all };
}

suite('the edit of a code action', () => {
  test('comes when the action is chosen, for a client that asks for it then', async () => {
    const { client, all } = await fixAllFor({ dataSupport: true, resolveSupport: { properties: ['edit'] } });
    assert.deepEqual(client.result.capabilities.codeActionProvider, {
      codeActionKinds: [
        'quickfix',
        'refactor.extract',
        'refactor.inline',
        'refactor.move',
        'refactor.rewrite',
        'source.fixAll.voipbin',
      ],
      resolveProvider: true,
    });
    assert.equal(all.edit, undefined);
    const chosen = await client.request<CodeAction>('codeAction/resolve', all);
    assert.equal(chosen.edit?.changes?.[uri]?.length, 2);
  });

  test('comes at once for every other client', async () => {
    for (const more of [{}, { dataSupport: true }, { resolveSupport: { properties: ['edit'] } }]) {
      const { all } = await fixAllFor(more);
      assert.equal(all.edit?.changes?.[uri]?.length, 2);
      assert.equal(all.data, undefined);
    }
  });

  test('of a refactoring comes when it is chosen, or at once', async () => {
    for (const more of [{}, { dataSupport: true, resolveSupport: { properties: ['edit'] } }]) {
      const { client } = await fixAllFor(more);
      const at = { line: 0, character: 25 };
      const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at, end: at },
        context: { diagnostics: [], only: ['refactor.move'] },
      });
      assert.ok(action?.kind === 'refactor.move', JSON.stringify(action));
      const whole = action.edit ? action : await client.request<CodeAction>('codeAction/resolve', action);
      // The action is taken out and put in: what it passes is left untouched.
      assert.equal(whole.edit?.changes?.[uri]?.length, 2);
    }
  });

  test('is not made up for an action of somebody else, nor for a text that is gone', async () => {
    const { client } = await fixAllFor({ dataSupport: true, resolveSupport: { properties: ['edit'] } });
    for (const data of [
      undefined,
      null,
      5,
      {},
      { uri: 'file:///gone.flow.json', version: 1, code: 'id-not-uuid' },
      { uri, version: 1, code: 'nothing' },
      { uri, code: 'id-not-uuid' },
      {
        uri,
        version: 1,
        refactoring: 'nothing',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      },
      { uri, version: 1, refactoring: 'move-up' },
    ]) {
      const answer = await client.request<CodeAction>('codeAction/resolve', { title: 'x', data });
      assert.deepEqual(answer.edit?.changes?.[uri] ?? [], []);
    }
  });

  test('is refused once the text has changed: its place would be another action', async () => {
    const resolving = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const { client, all } = await fixAllFor(resolving);
    const at = { line: 0, character: 40 };
    const offered = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const remove = offered.find(({ title }) => title === 'Delete this action and close the gap');
    assert.ok(remove);
    const start = { line: 0, character: 1 };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start, end: start }, text: '{ "id": "new", "type": "answer" }, ' }],
    });
    for (const action of [remove, all]) {
      await assert.rejects(client.request('codeAction/resolve', action), { code: LSPErrorCodes.ContentModified });
    }
  });

  test('has the version that it was made for, for a client that takes versions', async () => {
    const versions: unknown[] = [];
    for (const more of [{}, { dataSupport: true, resolveSupport: { properties: ['edit'] } }]) {
      const { client } = await fixAllFor(more, { workspaceEdit: { documentChanges: true } });
      const at = { line: 0, character: 25 };
      const offered = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      const edited = offered.filter(({ edit, data }) => edit ?? data);
      assert.ok(edited.length >= 5);
      for (const action of edited) {
        const { edit } = action.edit ? action : await client.request<CodeAction>('codeAction/resolve', action);
        assert.equal(edit?.changes, undefined, action.title);
        versions.push(edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument));
      }
    }
    for (const version of versions) assert.deepEqual(version, [{ uri, version: 1 }]);
  });
});

suite('a refactoring that cannot be made', () => {
  test('is shown with the reason to a client that shows such actions, and to no other', async () => {
    const nested = '[{ "id": "ask", "type": "goto", "option": { "target_id": "menu" } }]';
    const flow = `[{ "id": "menu", "type": "beep" }, { "type": "call", "option": { "actions": ${nested} } }]`;
    const disabledIn = async (codeAction: object) => {
      const client = await connectPlainClient({ capabilities: { textDocument: { codeAction } } });
      await client.open('file:///test/menu.flow.jsonc', flow);
      const at = { line: 0, character: flow.indexOf('"call"') };
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: 'file:///test/menu.flow.jsonc' },
        range: { start: at, end: at },
        context: { diagnostics: [], only: ['refactor.inline'] },
      });
      return actions.map(({ disabled, edit, data }) => [disabled?.reason, edit, data]);
    };
    const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    const reason =
      'A jump of the call to menu leads nowhere. It would then lead to an action of the list around the call. Correct its target first.';
    assert.deepEqual(await disabledIn({ ...literals, disabledSupport: true }), [[reason, undefined, undefined]]);
    assert.deepEqual(await disabledIn(literals), []);
  });
});
