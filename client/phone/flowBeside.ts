import * as vscode from 'vscode';
import { languageId } from '../../server/protocol';

/**
 * Finds the flow that a button of the phone is about: the one that had the cursor last if it is still open, otherwise a visible one. While a
 * webview has the focus, VS Code has no active editor.
 */
export function followFlowBeside(context: vscode.ExtensionContext): () => vscode.Uri | undefined {
  let latest = vscode.window.activeTextEditor?.document;
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor) latest = editor.document;
    }),
  );
  return () => {
    const visible = vscode.window.visibleTextEditors.map(({ document }) => document);
    const candidates = latest && !latest.isClosed ? [latest, ...visible] : visible;
    return candidates.find((document) => document.languageId === languageId)?.uri;
  };
}
