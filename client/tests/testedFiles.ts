import * as vscode from 'vscode';
import {
  describeFaultyFlow,
  describeMissingFlow,
  flowNamesFor,
  readTestedFlow,
  type TestedFlow,
} from '../../flow/tests';

/** The flow of a test file, and where it is. */
export interface FoundFlow {
  readonly uri: vscode.Uri;
  readonly flow: TestedFlow;
}

/** The text of a file as it is in its editor, or as it was saved. Rejects where there is none. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Where the flow of a test file can be, the likeliest first. */
export function flowUris(testFile: vscode.Uri, named: string | undefined): readonly vscode.Uri[] {
  const folder = vscode.Uri.joinPath(testFile, '..');
  const name = testFile.path.slice(testFile.path.lastIndexOf('/') + 1);
  return (named === undefined ? flowNamesFor(name) : [named]).map((path) => vscode.Uri.joinPath(folder, path));
}

/** The flow of a test file; a sentence where it cannot be run. */
export async function findFlow(testFile: vscode.Uri, named: string | undefined): Promise<FoundFlow | string> {
  const uris = flowUris(testFile, named);
  for (const uri of uris) {
    let text: string;
    try {
      text = await textOf(uri);
    } catch {
      // It may be the next one.
      continue;
    }
    const flow = readTestedFlow(text, uri.path);
    return typeof flow === 'string' ? describeFaultyFlow(vscode.workspace.asRelativePath(uri), flow) : { uri, flow };
  }
  const names = uris.map((uri) => vscode.workspace.asRelativePath(uri));
  return describeMissingFlow(names, named !== undefined);
}
