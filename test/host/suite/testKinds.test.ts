import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { Tests } from '../../../client/tests/startTests';
import { writeCases } from '../../../client/tests/writeCases';

const flow = '[{ "type": "answer" }, { "type": "talk", "option": { "text": "Hello.", "language": "en-US" } }]';

suite('Test Explorer: files and worlds of all kinds', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const flowFile = vscode.Uri.joinPath(folder, 'kinds.flow.json');
  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  let tests: Tests;

  suiteSetup(async () => {
    await write(flowFile, flow);
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    tests = await (await extension.activate()).tests();
  });

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(flowFile);
  });

  /** Writes one more test file for a test, and takes it away behind it. */
  const withFile = async (name: string, text: string, use: (item: vscode.TestItem) => Promise<void>) => {
    const uri = vscode.Uri.joinPath(folder, name);
    await write(uri, text);
    try {
      const item = tests.tree.file(uri);
      await tests.tree.read(item);
      await use(item);
    } finally {
      tests.tree.remove(uri);
      await vscode.workspace.fs.delete(uri);
    }
  };

  test('debugs a case with variables of VS Code in its name and its world: they stay as they are', async () => {
    const world = { digits: ['1'], variables: { note: 'Hello ${file} and ${env:HOME}' } };
    const text = JSON.stringify({ flow: 'kinds.flow.json', cases: [{ name: 'says ${file}', world, expect: {} }] });
    await withFile('signs.flow.test.json', text, async (item) => {
      const sessions: vscode.DebugSession[] = [];
      const listening = vscode.debug.onDidStartDebugSession((session) => sessions.push(session));
      await tests.profiles.debug.runHandler(
        new vscode.TestRunRequest([item]),
        new vscode.CancellationTokenSource().token,
      );
      listening.dispose();
      assert.deepEqual(
        sessions.map(({ configuration }) => JSON.parse(configuration.world)),
        [world],
      );
    });
  });

  test('runs a file that names its flow by the whole path', async () => {
    const text = JSON.stringify({ flow: flowFile.path, cases: [{ name: 'runs', expect: { ends: 'finished' } }] });
    await withFile('whole.flow.test.json', text, async (item) => {
      const request = new vscode.TestRunRequest([item]);
      const { token } = new vscode.CancellationTokenSource();
      assert.deepEqual([...(await tests.runner.run(request, token, false)).values()], ['passed']);
    });
  });

  test('puts cases into a file as it is when they were found, and into no other', async () => {
    await withFile('typed.flow.test.json', '{ "cases": [] }', async ({ uri = flowFile }) => {
      const document = await vscode.workspace.openTextDocument(uri);
      const type = async (typed: string) => {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), typed);
        await vscode.workspace.applyEdit(edit);
      };
      await type('{\n  "world": { "digits": ["1"] },\n  "cases": [{ "name": "typed", "expect": {} }]\n}');
      await writeCases(uri, [{ name: 'found', expect: {} }]);
      const { cases: all } = JSON.parse(document.getText()) as { cases: readonly { name: string }[] };
      assert.deepEqual(
        all.map(({ name }) => name),
        ['typed', 'found'],
      );
      await type('{ "other": 1 }');
      await writeCases(uri, [{ name: 'found', expect: {} }]);
      assert.equal(document.getText(), '{ "other": 1 }');
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
});
