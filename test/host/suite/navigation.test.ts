import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsWith, open, placeCursor } from './support';

const menu = '7d0b6c1e-4a52-4f0e-9a53-2f1c60c4b001';
const flow = `{
  "variables": { "shop": "Main Street" },
  "actions": [
    { "id": "${menu}", "type": "talk", "option": { "text": "Welcome to \${shop}, \${voipbin.call.id}.", "language": "en-US" } },
    { "type": "digits_receive", "option": { "duration": 5000, "length": 1 } },
    { "type": "goto", "option": { "target_id": "${menu}", "loop_count": 1 } },
    { "type": "webhook_send", "option": { "uri": "https://example.com/hook", "method": "POST", "data_type": "application/json", "data": "{}" } },
    { "type": "stop" },
    { "type": "beep" }
  ]
}`;

const ask = <T>(command: string, ...given: unknown[]) => vscode.commands.executeCommand<T>(command, ...given);

suite('what a flow says beside its text, in VS Code', () => {
  suiteSetup(async () => {
    const editor = await open('{ "actions": [ { "type": "tlak" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
  });

  test('lenses tell how many ways lead to an action and show them, and where no call gets', async () => {
    const { document } = await open(flow);
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    const said = lenses.flatMap(({ command, range }) =>
      command?.title.match(/way|call gets/) ? [`${range.start.line} ${command.title}`] : [],
    );
    assert.deepEqual(said, ['3 1 way leads here', '8 No call gets here']);
    const shows = lenses.find(({ command }) => command?.title === '1 way leads here')?.command;
    assert.ok(shows?.arguments);
    await ask(shows.command, ...shows.arguments);
    await ask('closeReferenceSearch');
  });

  test('variables, ids and their targets have colors that no grammar knows', async () => {
    const { document } = await open(flow);
    const [legend, tokens] = await Promise.all([
      ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri),
      ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
    ]);
    let line = 0;
    let character = 0;
    const words: string[] = [];
    for (let at = 0; at < tokens.data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = tokens.data.slice(at);
      character = down === 0 ? character + right : right;
      line += down;
      const word = document.getText(new vscode.Range(line, character, line, character + length));
      const more = legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
      words.push([word.slice(0, 15), legend.tokenTypes[type], ...more].join(' '));
    }
    assert.deepEqual(words, [
      `${menu.slice(0, 15)} label declaration`,
      'shop variable',
      'voipbin.call.id variable defaultLibrary',
      `${menu.slice(0, 15)} label`,
    ]);
  });

  test('the call hierarchy tells who leads to an action and where it leads', async () => {
    const editor = await open(flow);
    placeCursor(editor, '"type": "talk');
    const { uri } = editor.document;
    const [item] = await ask<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', uri, editor.selection.active);
    assert.match(item?.name ?? '', /^talk/);
    const from = await ask<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    assert.deepEqual(
      from.map((call) => call.from.name.split(' ')[0]),
      ['goto'],
    );
    const to = await ask<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);
    assert.deepEqual(
      to.map((call) => call.to.name.split(' ')[0]),
      ['digits_receive'],
    );
  });

  test('addresses are links', async () => {
    const { document } = await open(flow);
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.ok(links.some(({ target }) => target?.toString(true) === 'https://example.com/hook'));
  });

  test('open flows have symbols of the workspace', async () => {
    await open(flow);
    const symbols = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'webhook');
    assert.ok(symbols.some(({ name }) => name.startsWith('webhook_send')));
  });

  test('an id that is typed takes its targets along, where that is switched on', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('linkedEditing', true, vscode.ConfigurationTarget.Global);
    const editor = await open(flow);
    placeCursor(editor, `"id": "${menu}`);
    await ask('editor.action.linkedEditing');
    const changed = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== editor.document || !document.getText().includes(`"target_id": "${menu}2"`)) return;
        listening.dispose();
        resolve();
      });
    });
    await ask('type', { text: '2' });
    await changed;
    assert.equal(editor.document.getText(), flow.replaceAll(menu, `${menu}2`));
    await settings.update('linkedEditing', undefined, vscode.ConfigurationTarget.Global);
  });

  test('a bracket that is typed lays out what it closes, and line breaks stay', async () => {
    const { document } = await open('[\n  {\n"type":   "answer"\n  }\n]');
    const edits = await ask<vscode.TextEdit[]>(
      'vscode.executeFormatOnTypeProvider',
      document.uri,
      new vscode.Position(3, 3),
      '}',
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), '[\n  {\n    "type": "answer"\n  }\n]');
  });
});
