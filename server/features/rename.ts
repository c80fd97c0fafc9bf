import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { ReadDocument } from '../text/rangeOf';
import { findRenaming, isRefusal, type RenameRefusal } from '../text/renaming';
import { renameEverywhere } from '../workspace/renameEverywhere';
import { noWorkspace, type Workspace } from '../workspace/workspace';

/**
 * The edit that gives the action or variable at an offset another name everywhere: an id in its list, a variable wherever the document sets,
 * reads, tests or declares it, and in the flows that share it. Null if nothing is named there, or the reason why the name must stay or cannot be used.
 */
export function rename(
  document: ReadDocument,
  offset: number,
  newName: string,
  workspace: Workspace = noWorkspace,
): WorkspaceEdit | RenameRefusal | null {
  const renaming = findRenaming(document.model, offset);
  if (!renaming || isRefusal(renaming)) return renaming ?? null;
  return renameEverywhere(document, renaming, newName, workspace);
}
