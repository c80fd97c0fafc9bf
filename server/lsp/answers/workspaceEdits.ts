import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Abilities } from '../abilities';

/** A document that an edit was made for; one that is not open has the version 0. */
export interface Versioned {
  readonly uri: string;
  readonly version: number;
}

/** The versions of open files among these; null of others. */
export const versionAmong =
  (documents: readonly Versioned[]) =>
  (uri: string): number | null =>
    documents.find((document) => document.uri === uri)?.version || null;

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
