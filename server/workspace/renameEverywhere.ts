import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ReadDocument } from '../text/rangeOf';
import { isRefusal, type RenameRefusal, type Renaming, renameVariable } from '../text/renaming';
import { toTextEdits } from '../text/toTextEdits';
import { pathFrom } from './pathFrom';
import { variableKin } from './variableKin';
import type { Workspace } from './workspace';

/** The edit of a document and, for a variable, of the other files that share it; the reason where one of them has that name already. */
export function renameEverywhere(
  document: ReadDocument,
  { kind, name, edits }: Renaming,
  newName: string,
  workspace: Workspace,
): WorkspaceEdit | RenameRefusal {
  const own = edits(newName);
  if (isRefusal(own)) return own;
  const changes: Record<string, TextEdit[]> = { [document.uri]: toTextEdits(own, document) };
  for (const file of kind === 'variable' ? variableKin(workspace, document.uri, name) : []) {
    const other = file.read();
    const where = `The linked flow ${pathFrom(file.uri, document.uri)}`;
    const theirs = renameVariable(other.model, name, newName, where);
    if (isRefusal(theirs)) return theirs;
    changes[file.uri] = toTextEdits(theirs, other);
  }
  return { changes };
}
