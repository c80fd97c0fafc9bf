import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, diagnosticsWith, hoverAt, open, placeCursor, until } from './support';

const menu = '7d0b6c1e-4a52-4f0e-9a53-2f1c60c4b001';
const bye = '7d0b6c1e-4a52-4f0e-9a53-2f1c60c4b002';
const flow = JSON.stringify(
  {
    actions: [
      { id: menu, type: 'talk', option: { text: 'Press 1 for opening hours.', language: 'en-US' } },
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { type: 'branch', option: { default_target_id: bye, target_ids: { '1': menu } } },
      { id: bye, type: 'hangup' },
    ],
  },
  null,
  2,
);

suite('language features in VS Code', () => {
  test('a mistake is underlined with code, link and severity', async () => {
    const editor = await open('{ "actions": [ { "type": "tlak" } ] }');
    const [found] = (await diagnosticsWith(editor.document, 'unknown-type')).filter(
      (diagnostic) => codeOf(diagnostic) === 'unknown-type',
    );
    assert.ok(found);
    assert.equal(editor.document.getText(found.range), '"tlak"');
    assert.equal(found.source, 'voipbin');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.match(String((found.code as { target: vscode.Uri }).target), /checks\.md#unknown-type$/);
  });

  test('an edit that mends it takes the finding away', async () => {
    const editor = await open('{ "actions": [ { "type": "anser" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
    const at = editor.document.positionAt(editor.document.getText().indexOf('anser'));
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 5)), 'answer'));
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(editor.document.uri).length === 0,
    );
  });

  test('a quick fix is offered and applied', async () => {
    const editor = await open(
      '{ "actions": [ { "type": "tlak", "option": { "text": "Hello.", "language": "en-US" } } ] }',
    );
    const [found] = await diagnosticsWith(editor.document, 'unknown-type');
    assert.ok(found);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((action) => action.edit && action.title.includes('talk'));
    assert.ok(fix?.edit, `a fix names talk; offered: ${actions.map((action) => action.title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(editor.document.getText(), /"type": "talk"/);
  });

  test('hover explains type, unit and the action behind an id', async () => {
    const editor = await open(flow);
    placeCursor(editor, '"type": "dig');
    assert.match(await hoverAt(editor), /digits_receive/);
    placeCursor(editor, '"duration": 50');
    assert.match(await hoverAt(editor), /5 s/);
    placeCursor(editor, `"1": "${menu.slice(0, 8)}`);
    assert.match(await hoverAt(editor), /Press 1 for opening hours/);
  });

  test('definition leads from a target to its action', async () => {
    const editor = await open(flow);
    placeCursor(editor, `"default_target_id": "${bye.slice(0, 8)}`);
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      editor.selection.active,
    );
    const [link] = links;
    assert.ok(link && 'targetRange' in link, 'a link with the whole action as its target');
    assert.match(editor.document.getText(link.targetRange), /"type": "hangup"/);
    assert.ok(link.targetSelectionRange && editor.document.getText(link.targetSelectionRange).includes(bye));
  });

  test('references, highlights, symbols, folding and selection answer', async () => {
    const editor = await open(flow);
    placeCursor(editor, `"id": "${menu}`);
    const { uri } = editor.document;
    const at = editor.selection.active;
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      at,
    );
    assert.ok(references.some((reference) => editor.document.lineAt(reference.range.start).text.includes('"1"')));
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      uri,
      at,
    );
    assert.equal(highlights.length, 2);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.match(JSON.stringify(symbols), /Press 1 for opening hours/);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.ok(folds.length >= 4);
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      uri,
      [at],
    );
    assert.ok(selection?.parent?.parent);
  });

  test('formatting lays the document out and is undone in one step', async () => {
    const squeezed = '{"actions":[{"type":"answer"},{"type":"hangup"}]}';
    const editor = await open(squeezed);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.lineCount, 10);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), squeezed);
  });
});
