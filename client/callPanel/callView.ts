import * as vscode from 'vscode';
import type { CallRow } from './callTree';

/** The Call view. VS Code takes one tree for it and keeps to that: it is there from the beginning, and is filled when calls are loaded. */
export interface CallView {
  readonly view: vscode.TreeView<CallRow>;
  /** Has VS Code ask these for rows from now on; what it returns has them asked again. */
  fill(rows: vscode.TreeDataProvider<CallRow>): () => void;
}

/** An empty one; `whenSeen` is called when VS Code asks for rows and nothing has filled it yet. */
export function createCallView(whenSeen: () => void): CallView {
  const changed = new vscode.EventEmitter<undefined>();
  let rows: vscode.TreeDataProvider<CallRow> | undefined;
  const treeDataProvider: vscode.TreeDataProvider<CallRow> = {
    onDidChangeTreeData: changed.event,
    getChildren(row) {
      if (rows) return rows.getChildren(row);
      whenSeen();
      return [];
    },
    getTreeItem: (row) => rows?.getTreeItem(row) ?? new vscode.TreeItem(''),
    getParent: (row) => rows?.getParent?.(row),
  };
  return {
    view: vscode.window.createTreeView('voipbin.call', { treeDataProvider, showCollapseAll: true }),
    fill(next) {
      rows = next;
      changed.fire(undefined);
      return () => changed.fire(undefined);
    },
  };
}
