import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, diagnosticsWith, open, until } from './support';

const folder = () => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
};
const uriOf = (name: string) => vscode.Uri.joinPath(folder(), 'linked', name);
const write = async (name: string, text: string) => {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  return uriOf(name);
};
const textOf = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();

const greetText = `{
  "name": "Linked greeting",
  "actions": [{ "type": "talk", "option": { "text": "Hello \${name}.", "language": "en-US" } }]
}
`;
const mainText = `[
  { "type": "variable_set", "option": { "key": "name", "value": "Ann" } },
  { "type": "fetch_flow", "option": { "flow_id": "" } },
  { "type": "talk", "option": { "text": "Bye \${name}.", "language": "en-US" } },
  { "type": "hangup" }
]
`;
const testText = '{\n  "flow": "greet.flow.json",\n  "cases": []\n}\n';

/** Where a part of a document stands. */
function placeOf(document: vscode.TextDocument, part: string): vscode.Range {
  const offset = document.getText().indexOf(part);
  assert.ok(offset >= 0, `${part} is in ${document.getText()}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + part.length));
}

const actionsAt = (uri: vscode.Uri, range: vscode.Range, kind: vscode.CodeActionKind) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 20);

/** A code action as a person chooses it. */
async function choose({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit), 'the edit is made');
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

suite('flows that name each other', () => {
  let main: vscode.TextDocument;

  suiteSetup(async () => {
    await write('greet.flow.json', greetText);
    await write('greet.flow.test.json', testText);
    await write('main.flow.json', mainText);
    const editor = await open('{ "actions": [ { "type": "tlak" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
    main = await vscode.workspace.openTextDocument(uriOf('main.flow.json'));
    await vscode.window.showTextDocument(main);
    await diagnosticsWith(main, 'option-uuid');
  });
  suiteTeardown(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'linked'), { recursive: true }));

  test('a missing id is put in by a quick fix that registers the file', async () => {
    const wanted = /^Register greet\.flow\.json/;
    const look = async () =>
      (await actionsAt(main.uri, placeOf(main, '""'), vscode.CodeActionKind.QuickFix)).find(({ title }) =>
        wanted.test(title),
      );
    // Files are told to the server one after the other.
    let fix = await look();
    while (!fix) fix = await look();
    await choose(fix);
    assert.match(main.getText(), /"flow_id": "[0-9a-f-]{36}"/);
  });

  test('a variable that only the other file sets is no finding of the file that reads it, which is not open', async () => {
    const codes = () => vscode.languages.getDiagnostics(uriOf('greet.flow.json')).map(codeOf);
    await until(vscode.languages.onDidChangeDiagnostics, () => !codes().includes('variable-never-set'));
    const rename = async (from: string, to: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(main.uri, placeOf(main, from), to);
      await vscode.workspace.applyEdit(edit);
    };
    await rename('"name"', '"other"');
    await until(vscode.languages.onDidChangeDiagnostics, () => codes().includes('variable-never-set'));
    await rename('"other"', '"name"');
    await until(vscode.languages.onDidChangeDiagnostics, () => !codes().includes('variable-never-set'));
  });

  test('the id leads to the file, by definition and by a link', async () => {
    const id = /"flow_id": "([0-9a-f-]{36})"/.exec(main.getText())?.[1] ?? '';
    const at = placeOf(main, id).start;
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      main.uri,
      at,
    );
    assert.deepEqual(
      found.map((item) => ('targetUri' in item ? item.targetUri : item.uri).toString()),
      [uriOf('greet.flow.json').toString()],
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', main.uri);
    assert.deepEqual(
      links.map(({ target }) => target?.toString()),
      [uriOf('greet.flow.json').toString()],
    );
    const uses = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      main.uri,
      at,
    );
    assert.deepEqual(uses.map(({ uri }) => uri.path.split('/').at(-1)).sort(), ['greet.flow.json', 'main.flow.json']);
  });

  test('a shared variable is renamed in both files by one edit', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      main.uri,
      placeOf(main, 'name"').start,
      'caller',
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path.split('/').at(-1))
        .sort(),
      ['greet.flow.json', 'main.flow.json'],
    );
    await vscode.workspace.applyEdit(edit);
    assert.ok(main.getText().includes('"key": "caller"') && main.getText().includes('Bye ${caller}.'));
    assert.ok((await textOf(uriOf('greet.flow.json'))).includes('Hello ${caller}.'));
    await vscode.workspace.saveAll();
  });

  test('a renamed flow takes the path in its test file along, and its link', async () => {
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(uriOf('greet.flow.json'), uriOf('hello.flow.json'));
    await vscode.workspace.applyEdit(rename);
    assert.ok((await textOf(uriOf('greet.flow.test.json'))).includes('"flow": "hello.flow.json"'));
    const links = () => vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', main.uri);
    let [link] = await links();
    while (link?.target?.toString() !== uriOf('hello.flow.json').toString()) [link] = await links();
  });

  test('actions become a file of their own in one edit', async () => {
    const selected = placeOf(main, main.getText().split('\n')[3]?.trim().replace(/,$/, '') ?? '');
    const actions = await actionsAt(main.uri, selected, vscode.CodeActionKind.RefactorExtract);
    const extract = actions.find(({ title }) => title === 'Extract this action into a flow file');
    assert.ok(extract, actions.map(({ title }) => title).join(', '));
    await choose(extract);
    assert.equal(main.getText().match(/fetch_flow/g)?.length, 2);
    const [made] = await vscode.workspace.findFiles('linked/main-*.flow.json');
    assert.ok(made);
    assert.ok((await textOf(made)).includes('Bye ${caller}.'));
  });
});

suite('tasks in VS Code', () => {
  test('check, test and build run what comes with the extension', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'voipbin-flow' });
    assert.deepEqual(tasks.map(({ name }) => name).sort(), ['build the open file', 'check', 'test']);
    const check = tasks.find(({ name }) => name === 'check');
    assert.ok(check);
    assert.deepEqual(check.problemMatchers, ['$voipbin-flow']);
    const { process: program, args, options } = check.execution as vscode.ProcessExecution;
    await write('wrong.flow.json', '[{ "type": "tlak" }]');
    try {
      const output = await new Promise<string>((resolve) => {
        execFile(program, args, { cwd: options?.cwd, env: { ...process.env, ...options?.env } }, (_, stdout, stderr) =>
          resolve(stdout + stderr),
        );
      });
      assert.match(output, /linked\/wrong\.flow\.json:1:12 error "tlak" is not an action type/);
    } finally {
      await vscode.workspace.fs.delete(uriOf('wrong.flow.json'));
    }
  });
});
