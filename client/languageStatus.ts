import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DocumentStatus, languageId, statusNotification } from '../server/protocol';

/** The item behind `{}` in the status bar: what the file is, how many actions it has, what is wrong with it. */
export function showLanguageStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('voipbin.flow', { language: languageId });
  item.name = 'VoIPbin Flow';
  item.command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
  const known = new Map<string, DocumentStatus>();
  let shown: string | undefined;

  const show = () => {
    // An output channel that has the focus is an active editor as well, while the item still stands for the flow above it.
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId === languageId) shown = document.uri.toString();
    const status = shown === undefined ? undefined : known.get(shown);
    item.busy = status === undefined;
    item.text = status ? describeDocument(status) : 'Flow';
    item.detail = status ? describeProblems(status) : 'checking';
    item.severity = status ? severityOf(status) : vscode.LanguageStatusSeverity.Information;
  };
  show();
  return vscode.Disposable.from(
    item,
    client.onNotification(statusNotification, (status: DocumentStatus) => {
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
  );
}

function describeDocument({ shape, actions }: DocumentStatus): string {
  if (shape === 'response') return 'VoIPbin server output';
  return `Flow: ${actions} action${actions === 1 ? '' : 's'}`;
}

function describeProblems({ shape, problems }: DocumentStatus): string {
  if (shape === 'response') return 'shown, not checked';
  const parts = [
    [problems.error, 'error'],
    [problems.warning, 'warning'],
    [problems.information + problems.hint, 'hint'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`);
  return said.length > 0 ? said.join(', ') : 'no problems';
}

function severityOf({ problems }: DocumentStatus): vscode.LanguageStatusSeverity {
  if (problems.error > 0) return vscode.LanguageStatusSeverity.Error;
  return problems.warning > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}
