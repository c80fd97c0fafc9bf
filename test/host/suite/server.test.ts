import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsWith, hoverAt, open, placeCursor, until } from './support';

suite('the language server in VS Code', () => {
  test('restarting it brings the findings of open flows back', async () => {
    const editor = await open('{ "actions": [ { "type": "hang_up" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
    const gone = until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(editor.document.uri).length === 0,
    );
    await vscode.commands.executeCommand('voipbin.restartServer');
    await gone;
    await diagnosticsWith(editor.document, 'unknown-type');
    placeCursor(editor, '"type');
    assert.notEqual(await hoverAt(editor), '');
  });

  test('a setting silences a check without a restart', async () => {
    const editor = await open('{ "actions": [ { "type": "mute" } ] }');
    await diagnosticsWith(editor.document, 'noop-type');
    const settings = vscode.workspace.getConfiguration('voipbin');
    await settings.update('checks', { 'noop-type': 'off' }, vscode.ConfigurationTarget.Workspace);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(editor.document.uri).length === 0,
    );
    await settings.update('checks', undefined, vscode.ConfigurationTarget.Workspace);
    await diagnosticsWith(editor.document, 'noop-type');
  });
});
