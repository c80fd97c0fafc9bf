import * as vscode from 'vscode';
import { readTestFile } from '../../flow';
import { testFiles } from '../filePatterns';
import { rangeFinder } from './rangeFinder';
import { isTestDocument } from './testTree';

/** Offers the key that a misspelt one of a test file most likely means: VS Code's JSON server finds it by the schema, and has no fix. */
export function offerKeyFixes(): vscode.Disposable {
  const provideCodeActions = (document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext) =>
    isTestDocument(document) ? keyFixes(document, range, context) : [];
  return vscode.languages.registerCodeActionsProvider(
    { pattern: testFiles },
    { provideCodeActions },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function keyFixes(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const text = document.getText();
  const rangeOf = rangeFinder(text);
  return readTestFile(text).faults.flatMap(({ meant, ...place }) => {
    const key = rangeOf(place);
    if (meant === undefined || !key.intersection(range)) return [];
    const action = new vscode.CodeAction(`Rename to \`${meant}\``, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, key, JSON.stringify(meant));
    action.diagnostics = diagnostics.filter((diagnostic) => diagnostic.range.intersection(key));
    action.isPreferred = true;
    return [action];
  });
}
