import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, completionsAt, diagnosticsWith, eventually, hoverAt, labelOf, until } from './support';

const id = 'b0000000-0000-4000-8000-000000000001';
const other = 'b0000000-0000-4000-8000-000000000002';
const gone = 'b0000000-0000-4000-8000-000000000003';
const flow = `[
  { "type": "talk", "option": { "text": "Welcome.", "language": "en-US" } },
  { "type": "goto", "option": { "target_id": "${id}" } },
  { "id": "${id}", "type": "hangup" }
]`;
const cases = `{
  "cases": [
    { "name": "ends", "expect": { "runs": ["talk", "${id}"], "never": ["${gone}"] } }
  ]
}`;

suite('Test files in the editor', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const flowFile = vscode.Uri.joinPath(folder, 'known.flow.json');
  const testFile = vscode.Uri.joinPath(folder, 'known.flow.test.json');
  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  let editor: vscode.TextEditor;

  suiteSetup(async () => {
    await write(flowFile, flow);
    await write(testFile, cases);
    editor = await vscode.window.showTextDocument(testFile);
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(flowFile);
    await vscode.workspace.fs.delete(testFile);
  });
  const positionOf = (text: string) => editor.document.positionAt(cases.indexOf(text) + 1);

  test('an action that is gone is a finding, though the flow is not open', async () => {
    const found = await diagnosticsWith(editor.document, 'test-action');
    assert.deepEqual(
      found.map((diagnostic) => [codeOf(diagnostic), editor.document.getText(diagnostic.range)]),
      [['test-action', `"${gone}"`]],
    );
  });

  test('ids and types are offered, and explained', async () => {
    editor.selection = new vscode.Selection(positionOf(gone), positionOf(gone));
    const labels = (await completionsAt(editor)).map(labelOf);
    for (const label of ['hangup', 'talk', 'goto']) assert.ok(labels.includes(label), labels.join(', '));
    assert.match(await hoverAt(editor, positionOf(id)), /hangup/);
  });

  test('the definition is in the flow, and a rename reaches both files', async () => {
    const [link] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      testFile,
      positionOf(id),
    );
    const target = link && ('targetUri' in link ? link.targetUri : link.uri);
    assert.equal(target?.toString(), flowFile.toString());
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      testFile,
      positionOf(id),
      other,
    );
    assert.deepEqual(
      edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.length]),
      [
        ['known.flow.json', 2],
        ['known.flow.test.json', 1],
      ],
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(editor.document.getText().includes(other));
    await vscode.commands.executeCommand('undo');
    await until(vscode.workspace.onDidChangeTextDocument, () => !editor.document.getText().includes(other));
  });

  test('formatting is left to VS Code, which would ask who of two is to do it', async () => {
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      testFile,
      { tabSize: 2, insertSpaces: true },
    );
    assert.ok(edits === undefined || edits.length > 0);
  });

  test('an edit of the flow shows in its test file', async () => {
    const document = await vscode.workspace.openTextDocument(flowFile);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().lastIndexOf(`"id": "`);
    edit.replace(
      flowFile,
      new vscode.Range(document.positionAt(at + 7), document.positionAt(at + 7 + gone.length)),
      gone,
    );
    await vscode.workspace.applyEdit(edit);
    const shown = await until(vscode.languages.onDidChangeDiagnostics, () => {
      const found = vscode.languages
        .getDiagnostics(testFile)
        .filter((diagnostic) => codeOf(diagnostic) === 'test-action');
      return found.length === 1 && editor.document.getText(found[0]?.range) === `"${id}"` && found;
    });
    assert.match(shown[0]?.message ?? '', /does not have an action/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

suite('Refactorings of a flow with tests, in the editor', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const [flowFile, testFile] = ['carried.flow.jsonc', 'carried.flow.test.json'].map((name) =>
    vscode.Uri.joinPath(folder, name),
  ) as [vscode.Uri, vscode.Uri];
  const named = `[
  { "id": "hello", "type": "talk", "option": { "text": "Welcome.", "language": "en-US" } },
  { "id": "bye", "type": "hangup" }
]`;
  const tested = '{ "cases": [{ "name": "ends", "expect": { "runs": ["hello", "bye"] } }] }';

  // An attempt that failed can leave its edit behind.
  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [uri, text] of [
      [flowFile, named],
      [testFile, tested],
    ] as const)
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of [flowFile, testFile]) await vscode.workspace.fs.delete(uri);
  });

  const rows = [
    ['Delete this action and close the gap (and remove it from tests)', /^\[\s*{ "id": "bye"/, /"runs": \["bye"\]/],
    ['Use UUIDs', /"id": "[\da-f]{8}-/, /"runs": \["[\da-f-]{36}", "[\da-f-]{36}"\]/],
    ['Extract this action into a flow file', /"id": "hello", "type": "fetch_flow"/, /"runs": \["hello", "bye"\]/],
  ] as const;
  for (const [title, flowAfter, testAfter] of rows) {
    test(`${title.split(' (')[0]}: one edit of both files, and one undo takes it back`, async () => {
      const { document } = await vscode.window.showTextDocument(flowFile);
      const tests = await vscode.workspace.openTextDocument(testFile);
      const [start, end] = [named.indexOf('{ "id": "hello"'), named.indexOf(',\n  { "id": "bye"')];
      // A list of test files can be a moment old.
      const action = await eventually(async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          flowFile,
          new vscode.Range(document.positionAt(start), document.positionAt(end)),
          vscode.CodeActionKind.Refactor.value,
          50,
        );
        return actions.find((other) => other.title === title);
      });
      assert.ok(action.edit);
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      assert.match(document.getText(), flowAfter);
      assert.match(tests.getText(), testAfter);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await eventually(() => document.getText() === named && tests.getText() === tested);
    });
  }
});
