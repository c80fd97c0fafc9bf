import * as vscode from 'vscode';

/** What the language server found in a document, as the text shows it. */
export const shownFindings = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'voipbin');
