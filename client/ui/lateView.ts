import * as vscode from 'vscode';

/** A view of rows. VS Code takes one tree for it and keeps to that: it is there from the beginning, and is filled when what fills it is loaded. */
export interface LateView<Row> {
  readonly view: vscode.TreeView<Row>;
  /** Has VS Code ask these for rows from now on; what it returns has them asked again. */
  fill(rows: vscode.TreeDataProvider<Row>): () => void;
}

/** An empty one, by its name in the manifest; `whenSeen` is called when VS Code asks for rows and nothing has filled it yet. */
export function createLateView<Row>(id: string, whenSeen: () => void): LateView<Row> {
  const changed = new vscode.EventEmitter<undefined>();
  let rows: vscode.TreeDataProvider<Row> | undefined;
  const treeDataProvider: vscode.TreeDataProvider<Row> = {
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
    view: vscode.window.createTreeView(id, { treeDataProvider, showCollapseAll: true }),
    fill(next) {
      rows = next;
      changed.fire(undefined);
      return () => changed.fire(undefined);
    },
  };
}
