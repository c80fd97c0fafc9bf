import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Abilities } from '../abilities';

/** An edit with the versions of open files that it was made for: where one has changed since, a client refuses all of it. */
export function workspaceEditFor(
  edit: WorkspaceEdit,
  { versionedEdits }: Pick<Abilities, 'versionedEdits'>,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  const { changes } = edit;
  if (!versionedEdits || !changes) return edit;
  const documentChanges = Object.entries(changes).map(
    ([uri, edits]): TextDocumentEdit => ({ textDocument: { uri, version: versionOf(uri) }, edits }),
  );
  return { documentChanges };
}
