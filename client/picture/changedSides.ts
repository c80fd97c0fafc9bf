import * as vscode from 'vscode';
import { fileName } from '../ui/fileName';
import { committedFile, type EarlierVersion } from './git';

/** Two versions of a flow. */
export interface Sides extends EarlierVersion {
  /** The file, without its folders. */
  readonly name: string;
  /** What the flow is compared with, as in "Compared with …". */
  readonly than: string;
  readonly afterUri: vscode.Uri;
}

/**
 * The versions that a command means: the two of a diff editor, else a file and the last commit. Menus of the Explorer, of editors and of Source
 * Control hand over `target`. A sentence where there are none.
 */
export async function changedSides(target: unknown): Promise<Sides | string> {
  const given = uriOf(target);
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (tab instanceof vscode.TabInputTextDiff && (!given || isSame(given, tab.modified) || isSame(given, tab.original)))
    return sidesOfDiff(tab.original, tab.modified);
  const uri = given ?? vscode.window.activeTextEditor?.document.uri;
  if (!uri) return 'Open a flow first. Then Show Picture of Changes compares it with the last commit.';
  return sidesOfFile(uri);
}

/** A file and the last commit. */
export async function sidesOfFile(uri: vscode.Uri): Promise<Sides | string> {
  const committed = await committedFile(uri);
  if (typeof committed === 'string') return committed;
  return { ...committed, name: fileName(uri), than: 'the last commit', afterUri: uri };
}

/** The two sides of a diff editor. */
export function sidesOfDiff(original: vscode.Uri, modified: vscode.Uri): Sides {
  return {
    name: fileName(modified),
    than: 'the left side',
    before: async () => (await vscode.workspace.openTextDocument(original)).getText(),
    beforeUri: original,
    afterUri: modified,
    onDidChange: undefined,
  };
}

/** Source Control passes its row, the other menus pass a `Uri`. */
function uriOf(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  const { resourceUri } = (typeof target === 'object' && target !== null ? target : {}) as { resourceUri?: unknown };
  return resourceUri instanceof vscode.Uri ? resourceUri : undefined;
}

const isSame = (uri: vscode.Uri, other: vscode.Uri) => uri.toString() === other.toString();
