import type * as vscode from 'vscode';

/** A file, without its folders. */
export const fileName = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? '';
