import * as vscode from 'vscode';
import type { FlowLinks } from '../run/flowLinks';

/** Keeps the link to a registered flow when the editor that has it is saved to a file, or the file is renamed. */
export function keepFlowLinks(context: vscode.ExtensionContext, links: FlowLinks): void {
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(async (document) => {
      if (document.isUntitled) return;
      const uri = document.uri.toString();
      const linked = new Set(links.uris());
      if (linked.has(uri)) return;
      // VS Code opens the file with the same text before it closes the editor without a file.
      const from = vscode.workspace.textDocuments.find(
        (one) => one.isUntitled && linked.has(one.uri.toString()) && one.getText() === document.getText(),
      );
      if (from) await links.move(from.uri.toString(), uri);
    }),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) await links.move(oldUri.toString(), newUri.toString());
    }),
  );
}
