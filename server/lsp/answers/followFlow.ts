import { RenameFile, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import { renameFiles } from '../../features';
import type { WorkspaceDocument } from '../../workspace/workspace';

/** An edit that gives a flow another name, with the paths to it in its test files. */
export function followFlow(edit: WorkspaceEdit, tests: readonly WorkspaceDocument[]): WorkspaceEdit {
  const { documentChanges = [] } = edit;
  const moves = documentChanges.filter((change) => RenameFile.is(change));
  const [flow] = moves;
  const { changes = {} } = (flow && renameFiles(moves, tests, () => flow.oldUri)) ?? {};
  const edits = Object.entries(changes).map(([uri, own]): TextDocumentEdit => {
    // One that is not open has the version 0.
    const version = tests.find((test) => test.uri === uri)?.version || null;
    return { textDocument: { uri, version }, edits: own };
  });
  return edits.length === 0 ? edit : { ...edit, documentChanges: [...edits, ...documentChanges] };
}
