import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { completionsAt, diagnosticsWith, labelOf, open, placeCursor, until } from './support';

const menu = '7d0b6c1e-4a52-4f0e-9a53-2f1c60c4b001';
const other = '7d0b6c1e-4a52-4f0e-9a53-2f1c60c4b009';
const flow = JSON.stringify(
  {
    variables: { shop: 'Main Street' },
    actions: [
      { id: menu, type: 'talk', option: { text: 'Welcome to ${shop}.', language: 'en-US' } },
      { type: 'digits_receive', option: { duration: 90000, length: 1 } },
      { type: 'beep' },
      { type: 'branch', option: { default_target_id: menu, target_ids: { '1': menu } } },
    ],
  },
  null,
  2,
);

const renameAt = (editor: vscode.TextEditor, newName: string) =>
  vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    editor.document.uri,
    editor.selection.active,
    newName,
  );

suite('rename, hints and refactorings in VS Code', () => {
  suiteSetup(async () => {
    const editor = await open('{ "actions": [ { "type": "tlak" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
  });
  // A file that a failed attempt left open and edited would not show what the second one writes.
  setup(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('an id is renamed everywhere, and undone at once', async () => {
    const editor = await open(flow);
    placeCursor(editor, `"id": "${menu.slice(0, 8)}`);
    await vscode.workspace.applyEdit(await renameAt(editor, other));
    assert.equal(editor.document.getText(), flow.replaceAll(menu, other));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), flow);
  });

  test('a name that cannot be taken is refused with the reason', async () => {
    const editor = await open(flow);
    placeCursor(editor, 'Welcome to ${sh');
    await assert.rejects(async () => renameAt(editor, 'voipbin.shop'), /belong to VoIPbin/);
    await vscode.workspace.applyEdit(await renameAt(editor, 'store'));
    assert.equal(editor.document.getText(), flow.replaceAll('shop', 'store'));
  });

  test('hints say where targets lead, how long times are and what variables hold', async () => {
    const editor = await open(flow);
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      editor.document.uri,
      whole,
    );
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.deepEqual(labels, [
      '= "Main Street"',
      '= 1 min 30 s',
      '→ talk "Welcome to ${shop}."',
      '↺ at most 25 rounds',
      '→ talk "Welcome to ${shop}."',
      '↺ at most 25 rounds',
    ]);
  });

  test('an action is moved, and the edit comes when it is chosen', async () => {
    const editor = await open(flow);
    placeCursor(editor, '"beep');
    const { active } = editor.selection;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(active, active),
      vscode.CodeActionKind.RefactorMove.value,
      10,
    );
    const earlier = actions.find(({ title }) => title.startsWith('Run it before digits_receive'));
    assert.ok(earlier?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(earlier.edit);
    const { actions: after } = JSON.parse(editor.document.getText()) as { actions: { type: string }[] };
    assert.deepEqual(
      after.map(({ type }) => type),
      ['talk', 'beep', 'digits_receive', 'branch'],
    );
  });

  test('a finding is silenced by a comment', async () => {
    const uri = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'),
      'silent.flow.jsonc',
    );
    const text = '[\n  // voipbin-disable-next-line unknown-type\n  { "type": "tlak" },\n  { "type": "tlak" }\n]';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(uri);
    const found = await until(vscode.languages.onDidChangeDiagnostics, () => {
      const all = vscode.languages.getDiagnostics(uri);
      return all.length > 0 && all;
    });
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [3],
    );
    await vscode.workspace.fs.delete(uri);
  });

  test('a comment that silences is completed: its keyword, then the codes, those that are found there first', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
    const uri = vscode.Uri.joinPath(folder, 'completed.flow.jsonc');
    const text = '[\n  // voip\n  // voipbin-disable-next-line \n  { "type": "tlak" }\n]';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const editor = await vscode.window.showTextDocument(uri);
    await diagnosticsWith(editor.document, 'unknown-type');
    const offered = async (line: number) => {
      const end = editor.document.lineAt(line).range.end;
      editor.selection = new vscode.Selection(end, end);
      return [...(await completionsAt(editor))]
        .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
        .map(labelOf);
    };
    assert.deepEqual(await offered(1), ['voipbin-disable-next-line', 'voipbin-disable']);
    assert.equal((await offered(2))[0], 'unknown-type');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  test('a quick fix writes the comment, and one that does nothing is found', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
    const uri = vscode.Uri.joinPath(folder, 'silenced.flow.jsonc');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('[\n  { "type": "tlak" }\n]'));
    const { document } = await vscode.window.showTextDocument(uri);
    const [found] = await diagnosticsWith(document, 'unknown-type');
    assert.ok(found);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const silence = actions.find(({ edit }) => JSON.stringify(edit?.get(uri) ?? '').includes('disable-next-line'));
    assert.ok(silence?.edit, actions.map(({ title }) => title).join('; '));
    await vscode.workspace.applyEdit(silence.edit);
    assert.match(document.getText(), /\n {2}\/\/ voipbin-disable-next-line unknown-type\n/);
    await until(vscode.languages.onDidChangeDiagnostics, () => vscode.languages.getDiagnostics(uri).length === 0);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('tlak'));
    edit.replace(uri, new vscode.Range(at, at.translate(0, 4)), 'beep');
    await vscode.workspace.applyEdit(edit);
    await diagnosticsWith(document, 'suppress-unused');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });
});
