import * as vscode from 'vscode';
import type { ActionNode } from '../../flow';
import { textColumn } from './textColumn';

/** Shows actions in their text, from the first to the last: selected where the text is visible, or opened beside. */
export async function revealActions(
  document: vscode.TextDocument,
  actions: readonly ActionNode[],
  isOpened: boolean,
): Promise<void> {
  if (actions.length === 0) return;
  const offset = Math.min(...actions.map(({ node }) => node.offset));
  const end = Math.max(...actions.map(({ node }) => node.end));
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(end));
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (visible && !isOpened) {
    visible.selection = new vscode.Selection(range.start, range.end);
    visible.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } else if (isOpened) {
    await vscode.window.showTextDocument(document, { viewColumn: textColumn(document), selection: range });
  }
}
