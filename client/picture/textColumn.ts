import * as vscode from 'vscode';

/**
 * Where a text is shown: in the column where it is, also behind another tab; else in one that the picture is not in. A new column is made only if there
 * are no others.
 */
export function textColumn({ uri }: vscode.TextDocument): vscode.ViewColumn {
  const own = uri.toString();
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === own);
  if (visible?.viewColumn !== undefined) return visible.viewColumn;
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const holds = ({ input }: vscode.Tab) => input instanceof vscode.TabInputText && input.uri.toString() === own;
  const group = all.find(({ tabs }) => tabs.some(holds)) ?? all.find((other) => other !== activeTabGroup);
  return group?.viewColumn ?? vscode.ViewColumn.Beside;
}
