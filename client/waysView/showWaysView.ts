import * as vscode from 'vscode';
import type { ShownWays } from '../run/ways';
import { harmless } from '../ui/harmless';
import type { LateView } from '../ui/lateView';
import { treeItem } from '../ui/treeItem';
import { type WayRow, wayRows } from './waysTree';

/** The view of the ways of a flow: every end with its shortest call. Choosing an end plays it. */
export function showWaysView(
  context: vscode.ExtensionContext,
  { view, fill }: LateView<WayRow>,
  ways: ShownWays,
): void {
  const ask = fill({
    getChildren: (row) => [...(row ? row.children : wayRows(ways.state()))],
    getTreeItem: itemOf,
  });
  const update = () => {
    const state = ways.state();
    view.description = state.kind === 'found' ? harmless(state.document.name, 'label') : '';
    ask();
  };
  context.subscriptions.push(
    { dispose: ways.onChange(update) },
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) ways.forget(document.uri.toString());
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => ways.close(uri.toString())),
  );
}

function itemOf(row: WayRow): vscode.TreeItem {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const folded = row.children.length === 0 ? None : row.isOpen ? Expanded : Collapsed;
  const item = treeItem(row, folded);
  if (row.plays) {
    item.command = { command: 'voipbin.playWay', title: 'Play This Call', arguments: [row.plays] };
    item.contextValue = 'played';
  }
  return item;
}
