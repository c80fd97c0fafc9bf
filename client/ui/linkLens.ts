import type * as vscode from 'vscode';

/** The lens that says which registered flow a document is; undefined if it is none. */
export type LinkLens = (
  document: vscode.TextDocument,
) => Promise<Pick<vscode.Command, 'title' | 'command'> | undefined>;

/** Where the lens comes from: it is told again whenever lenses have changed, and is undefined before. */
export interface LinkLenses {
  current(): LinkLens | undefined;
  tell(lens: LinkLens): void;
  onTold(listen: () => void): void;
}
