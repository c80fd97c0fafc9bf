import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsWith, labelOf, open, until } from './support';

const flow = `// Names in the place of ids.
[
  { "id": "ask", "type": "talk", "option": { "text": "Press 1", "language": "en-US" } },
  { "type": "branch", "option": { "target_ids": { "1": "bye" }, "default_target_id": "ask" } },
  { "id": "bye", "type": "hangup" },
]
`;

/** A file of the workspace with a flow; the caller removes it. */
async function file(name: string, text: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

async function remove({ document }: vscode.TextEditor): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.workspace.fs.delete(document.uri);
}

suite('names in VS Code', () => {
  suiteSetup(async () => {
    // The server starts with the first flow.
    const editor = await open('{ "actions": [ { "type": "tlak" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
  });

  test('a name is a link, is completed, and leaves as a UUID', async () => {
    const editor = await file('names.flow.jsonc', flow);
    try {
      const at = editor.document.positionAt(flow.indexOf('"ask" } }') + 2);
      const [target] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        editor.document.uri,
        at,
      );
      assert.equal(target?.targetSelectionRange?.start.line, 2);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        at,
      );
      assert.ok(list.items.map(labelOf).includes('ask: talk "Press 1"'), list.items.map(labelOf).join());
      await vscode.commands.executeCommand('voipbin.copyPlainFlow', editor.document.uri);
      const copied = JSON.parse(await vscode.env.clipboard.readText());
      assert.match(copied[0].id, /^[0-9a-f]{8}-[0-9a-f]{4}-5/);
      assert.equal(copied[1].option.default_target_id, copied[0].id);
      assert.deepEqual(
        vscode.languages.getDiagnostics(editor.document.uri).filter(({ severity }) => severity === 0),
        [],
      );
    } finally {
      await remove(editor);
    }
  });

  test('a name is renamed in all its places, and its hint leads on', async () => {
    const editor = await file('renamed.flow.jsonc', flow);
    try {
      const { document } = editor;
      const at = document.positionAt(flow.indexOf('"ask"') + 2);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        'again',
      );
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText(), flow.replaceAll('"ask"', '"again"'));
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      const labels = hints.map(({ label }) =>
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      );
      assert.deepEqual(labels, ['→ hangup', '→ talk "Press 1"', '↺ at most 50 rounds']);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), flow);
    } finally {
      await remove(editor);
    }
  });

  test('a name in plain JSON is an error with the fix to move to a .flow.jsonc', async () => {
    const plain = '[\n  { "id": "ask", "type": "answer" }\n]\n';
    const editor = await file('plain.flow.json', plain);
    const { uri } = editor.document;
    await diagnosticsWith(editor.document, 'id-not-uuid');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(1, 11, 1, 11),
      'quickfix',
    );
    const move = actions.find(({ title }) => title.startsWith('Move to a .flow.jsonc'));
    assert.ok(move?.edit, actions.map(({ title }) => title).join('; '));
    await vscode.workspace.applyEdit(move.edit);
    const moved = await vscode.workspace.openTextDocument(uri.with({ path: `${uri.path}c` }));
    const shown = await vscode.window.showTextDocument(moved);
    assert.equal(moved.getText(), plain);
    await until(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(moved.uri).every(({ severity }) => severity !== 0),
    );
    await remove(shown);
  });

  test('Name All Actions names them, in one step', async () => {
    const plain = '[\n  { "type": "answer" },\n  { "type": "hangup" }\n]\n';
    const editor = await file('unnamed.flow.jsonc', plain);
    try {
      const actions = await until(vscode.languages.onDidChangeDiagnostics, () => true).then(() =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          editor.document.uri,
          new vscode.Range(1, 4, 1, 4),
          'refactor',
        ),
      );
      const action = actions.find(({ title }) => title === 'Name All Actions');
      assert.ok(action?.edit, actions.map(({ title }) => title).join());
      await vscode.workspace.applyEdit(action.edit);
      assert.match(editor.document.getText(), /"id": "answer-1"[\s\S]*"id": "hangup-1"/);
    } finally {
      await remove(editor);
    }
  });
});
