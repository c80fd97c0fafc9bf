import * as vscode from 'vscode';
import { languageId } from '../server/protocol';

/** Tells VS Code whether an editor shows a flow, active or not: the palette offers what needs a flow only then. While the phone has the focus, no editor is active. */
export function followFlowInSight(context: vscode.ExtensionContext): void {
  let told: boolean | undefined;
  const tell = () => {
    const isInSight = vscode.window.visibleTextEditors.some(({ document }) => document.languageId === languageId);
    if (isInSight === told) return;
    told = isInSight;
    void vscode.commands.executeCommand('setContext', 'voipbin.flowInSight', isInSight);
  };
  tell();
  context.subscriptions.push(
    vscode.window.onDidChangeVisibleTextEditors(tell),
    // A document that gets another language is opened again.
    vscode.workspace.onDidOpenTextDocument(tell),
  );
}
