import * as vscode from 'vscode';
import { requiredText } from '../savedText';

/** A file as debuggers name it: its path, or where it is on no disk its URI. */
export function nameOfFile(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

export function uriOfFile(name: string): vscode.Uri {
  return /^[a-z][a-z\d+.-]+:/i.test(name) ? vscode.Uri.parse(name) : vscode.Uri.file(name);
}

/** The text of a file: as an editor has it, else as it is stored. */
export const readFile = (name: string): Promise<string> => requiredText(uriOfFile(name));

/** The whole name of a file that may be relative: to the folder of another one, or to the workspace. */
export function resolveFile(name: string, base?: string): string {
  if (/^([/\\]|[a-z]:[/\\]|[a-z][a-z\d+.-]+:)/i.test(name)) return name;
  const from =
    base === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uriOfFile(base), '..');
  return from ? nameOfFile(vscode.Uri.joinPath(from, name)) : name;
}
