import * as vscode from 'vscode';
import { languageId } from '../../server/protocol';

/**
 * Finds the flow that a person means who presses something beside it: the one that had the cursor last, as long as it is open, else one that is
 * visible. While a webview is in front, VS Code itself knows of no active editor.
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
