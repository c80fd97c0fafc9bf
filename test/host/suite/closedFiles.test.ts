import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, diagnosticsWith, open, until } from './support';

const folder = () => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
};
const write = async (name: string, text: string) => {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
};
const codes = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(codeOf);
const wrong = '[{ "type": "tlak" }]';

suite('flow files that are not open', () => {
  test('are checked, but for those that Git leaves out, and until they are gone', async () => {
    // The server starts with the first flow.
    const editor = await open('{ "actions": [ { "type": "tlak" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
    const ignore = await write('.gitignore', '/drafts/\n');
    const draft = await write('drafts/later.flow.json', wrong);
    const closed = await write('closed.flow.json', wrong);
    await until(vscode.languages.onDidChangeDiagnostics, () => codes(closed).includes('unknown-type'));
    assert.deepEqual(codes(draft), []);

    await write('closed.flow.json', '[{ "type": "answer" }]');
    await until(vscode.languages.onDidChangeDiagnostics, () => codes(closed).length === 0);
    await write('closed.flow.json', wrong);
    await until(vscode.languages.onDidChangeDiagnostics, () => codes(closed).length > 0);
    await vscode.workspace.fs.delete(closed);
    await until(vscode.languages.onDidChangeDiagnostics, () => codes(closed).length === 0);
    await vscode.workspace.fs.delete(draft);
    await vscode.workspace.fs.delete(ignore);
  });
});
