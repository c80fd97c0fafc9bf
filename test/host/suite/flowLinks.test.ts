import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { open, until } from './support';

suite('links to registered flows', () => {
  test('a document that is closed is no longer among the open ones; another language leaves it there', async () => {
    const { document } = await open('[{ "type": "answer" }]');
    const uri = document.uri.toString();
    const isThere = () => vscode.workspace.textDocuments.some((textDocument) => textDocument.uri.toString() === uri);
    const seen: boolean[] = [];
    const listening = vscode.workspace.onDidCloseTextDocument((closed) => {
      if (closed.uri.toString() === uri) seen.push(isThere());
    });
    try {
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      assert.deepEqual(seen, [true]);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await until(vscode.workspace.onDidCloseTextDocument, () => seen.length > 1);
      assert.deepEqual(seen, [true, false]);
    } finally {
      listening.dispose();
    }
  });
});
