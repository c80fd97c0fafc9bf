import * as vscode from 'vscode';
import { textColumn } from './textColumn';

/** The editor's own undo, which needs the text in front; then `goBack` puts the picture in front again. */
export async function undoText(
  document: vscode.TextDocument,
  command: 'undo' | 'redo',
  goBack: () => void,
): Promise<void> {
  const active = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (active instanceof vscode.TabInputCustom && active.uri.toString() === document.uri.toString()) {
    await vscode.commands.executeCommand(command);
    return;
  }
  await vscode.window.showTextDocument(document, textColumn(document));
  await vscode.commands.executeCommand(command);
  goBack();
}
