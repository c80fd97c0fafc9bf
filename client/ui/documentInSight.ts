import * as vscode from 'vscode';
import { languageId } from '../../server/protocol';
import { canBeFlow } from './canBeFlow';

/** The flow that a command without an address is about: that of the active editor; while something else is active, such as the phone or notes, one that is beside it. */
export function documentInSight(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isFlow(active)) return active;
  return vscode.window.visibleTextEditors.find(({ document }) => document.languageId === languageId)?.document;
}

/** A flow can be kept as JSON. */
function isFlow(document: vscode.TextDocument): boolean {
  if (document.languageId === languageId) return true;
  return (document.languageId === 'json' || document.languageId === 'jsonc') && canBeFlow(document.getText());
}
