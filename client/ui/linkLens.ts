import type * as vscode from 'vscode';

/** The lens that says which registered flow a document is; undefined if it is none. */
export type LinkLens = (
  document: vscode.TextDocument,
) => Promise<Pick<vscode.Command, 'title' | 'command'> | undefined>;
