import * as vscode from 'vscode';
import { describeFaultyFlow, describeMissingFlow, flowNamesFor, readTestedFlow, type TestedFlow } from '../../flow';
import { currentText, type Unread } from '../savedText';
import { fileName } from '../ui/fileName';

/** The flow of a test file, and where it is. */
export interface FoundFlow {
  readonly uri: vscode.Uri;
  readonly flow: TestedFlow;
}

/** Where the flow of a test file can be, the likeliest first. */
export function flowUris(testFile: vscode.Uri, named: string | undefined): readonly vscode.Uri[] {
  const folder = vscode.Uri.joinPath(testFile, '..');
  if (named !== undefined && isWhole(named))
    return [vscode.Uri.joinPath(testFile.with({ path: '/' }), named.replaceAll('\\', '/'))];
  return (named === undefined ? flowNamesFor(fileName(testFile)) : [named]).map((path) =>
    vscode.Uri.joinPath(folder, path),
  );
}

/** Whether a path begins at the root, or at a drive of Windows. */
const isWhole = (path: string) => /^(\/|[a-z]:[\\/])/i.test(path);

/** The flow of a test file; a sentence where it cannot be run. */
export async function findFlow(testFile: vscode.Uri, named: string | undefined): Promise<FoundFlow | string> {
  const uris = flowUris(testFile, named);
  for (const uri of uris) {
    let text: string | Unread;
    try {
      text = await currentText(uri);
    } catch {
      // It may be the next one.
      continue;
    }
    const flow = typeof text === 'string' ? readTestedFlow(text, uri.path) : text.fault;
    return typeof flow === 'string' ? describeFaultyFlow(vscode.workspace.asRelativePath(uri), flow) : { uri, flow };
  }
  const names = uris.map((uri) => vscode.workspace.asRelativePath(uri));
  return describeMissingFlow(names, named !== undefined);
}
