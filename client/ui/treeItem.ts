import * as vscode from 'vscode';
import { harmless } from './harmless';

/** What a row of a view shows; its texts may come from anywhere. */
export interface TreeRow {
  /** Stable, so that what is folded stays folded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** Name of a product icon. */
  readonly icon: string;
  /** Name of a theme color for the icon. */
  readonly color?: string | undefined;
}

/** A row as VS Code shows it, its texts as text. */
export function treeItem(row: TreeRow, folded: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const item = new vscode.TreeItem(harmless(row.label, 'label'), folded);
  item.id = row.id;
  item.description = harmless(row.description, 'label');
  item.tooltip = harmless(row.tooltip, 'tooltip');
  item.iconPath = new vscode.ThemeIcon(
    row.icon,
    row.color === undefined ? undefined : new vscode.ThemeColor(row.color),
  );
  return item;
}
