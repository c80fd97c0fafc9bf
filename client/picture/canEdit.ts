import * as vscode from 'vscode';

/** The settings that decide it. */
const settings = ['files.readonlyInclude', 'files.readonlyExclude'];

/** Whether a change of the settings can change the answer of `canEdit`. */
export const isAboutReadOnly = (event: vscode.ConfigurationChangeEvent): boolean =>
  settings.some((name) => event.affectsConfiguration(name));

/**
 * Whether VS Code lets people type in a document: in new files, and in files of writable file systems that the settings do not make read-only.
 * Versions from Git and documents that an extension only shows cannot be edited.
 */
export function canEdit(document: vscode.TextDocument): boolean {
  const { isUntitled, uri } = document;
  if (isUntitled) return true;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
  const files = vscode.workspace.getConfiguration('files', uri);
  const isIn = (name: string) => globsOf(files.get(name)).some((glob) => matches(glob, document));
  return isIn('readonlyExclude') || !isIn('readonlyInclude');
}

function globsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
}

/** A pattern is for a whole path, or for one within a folder of the workspace. */
function matches(glob: string, document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const patterns = folder ? [glob, new vscode.RelativePattern(folder, glob)] : [glob];
  return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}
