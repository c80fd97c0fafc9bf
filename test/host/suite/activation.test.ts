import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

suite('activation', () => {
  test('opening a flow file activates the extension and gives the document its language', async () => {
    const extension = vscode.extensions.getExtension('voipbin.voipbin-flow');
    assert.ok(extension, 'VS Code knows the extension under development');
    const [file] = await vscode.workspace.findFiles('welcome.flow.json');
    assert.ok(file, 'the workspace has welcome.flow.json');

    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'voipbin-flow');
    // Resolves at once when the language has activated it already, and rejects when activation failed.
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
