import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';

/** What of the extension this process has loaded. */
const loaded = () =>
  Object.keys(require.cache)
    .filter((path) => /[\\/]dist[\\/](?:client\.js$|parts[\\/](?!shared-))/.test(path))
    .map((path) => basename(path, '.js'))
    .sort();

async function show(name: string): Promise<vscode.TextDocument> {
  const [file] = await vscode.workspace.findFiles(name);
  assert.ok(file, `the workspace has ${name}`);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

// The first suite of all, by its name: no other has opened a flow yet.
suite('activation', () => {
  let extension: vscode.Extension<Activated>;

  suiteSetup(() => {
    const known = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(known, 'VS Code knows the extension under development');
    extension = known;
  });

  test('a window with a package.json and no flow loads nothing but what waits for a flow', async () => {
    const document = await show('package.json');
    assert.equal(document.languageId, 'json');
    // Ends when all that the open documents need is there, and rejects when activation failed.
    await extension.activate();
    assert.deepEqual(loaded(), ['client']);
  });

  test('opening a flow file gives the document its language and starts the language server, and no calls', async () => {
    const { language } = await extension.activate();
    const document = await show('welcome.flow.json');
    assert.equal(document.languageId, 'voipbin-flow');
    await language();
    assert.deepEqual(loaded(), ['client', 'detection', 'language', 'status']);
  });

  test('the first call loads the rest', async () => {
    await show('welcome.flow.json');
    await vscode.commands.executeCommand('voipbin.clearCalls');
    assert.deepEqual(loaded(), ['calls', 'client', 'detection', 'language', 'status']);
  });
});
