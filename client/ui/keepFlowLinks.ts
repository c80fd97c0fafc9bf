import * as vscode from 'vscode';
import type { FlowLinks } from '../run/flowLinks';
import { followDocuments, type SeenDocument } from '../run/followDocuments';

/** Keeps the links to registered flows with their documents, whatever VS Code does to those. */
export function keepFlowLinks(context: vscode.ExtensionContext, links: FlowLinks): void {
  const follow = followDocuments(links, () => vscode.workspace.textDocuments.map(seen));
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const inTabs = tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []));
  void follow.started([...inTabs, ...vscode.workspace.textDocuments.map(({ uri }) => uri.toString())]);
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => follow.appeared(seen(document))),
    vscode.workspace.onDidSaveTextDocument((document) => follow.appeared(seen(document))),
    vscode.workspace.onDidCloseTextDocument((document) => follow.closed(seen(document))),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) await follow.renamed(oldUri.toString(), newUri.toString());
    }),
    vscode.workspace.onDidDeleteFiles(async ({ files }) => {
      for (const uri of files) await follow.deleted(uri.toString());
    }),
  );
}

const seen = (document: vscode.TextDocument): SeenDocument => ({
  uri: document.uri.toString(),
  isUntitled: document.isUntitled,
  text: () => document.getText(),
});
