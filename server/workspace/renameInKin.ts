import type { TextEdit } from 'vscode-languageserver-types';
import { isRefusal, type Refusal, renameVariable } from '../text/renaming';
import { toTextEdits } from '../text/toTextEdits';
import { pathFrom } from './pathFrom';
import { variableKin } from './variableKin';
import type { Workspace } from './workspace';

/** The edits that give a variable of a file another name in the other files that share it, by address; the reason where one of them has that name already. */
export function renameInKin(
  workspace: Workspace,
  uri: string,
  name: string,
  newName: string,
): Readonly<Record<string, TextEdit[]>> | Refusal {
  const changes: Record<string, TextEdit[]> = {};
  for (const file of variableKin(workspace, uri, name)) {
    const document = file.read();
    const where = `The linked flow ${pathFrom(file.uri, uri)}`;
    const edits = renameVariable(document.model, name, newName, where);
    if (isRefusal(edits)) return edits;
    changes[file.uri] = toTextEdits(edits, document);
  }
  return changes;
}
