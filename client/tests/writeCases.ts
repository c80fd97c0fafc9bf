import * as vscode from 'vscode';
import { addingCases, readBegunTestFile, type TestCase, testNamesFor } from '../../flow';
import { requiredText } from '../savedText';
import { fileName } from '../ui/fileName';
import { notify } from '../ui/notify';
import { rangeFinder } from './rangeFinder';
import { flowUris } from './testedFiles';

/** The test file beside a flow: the one that is there, or the name that a new one gets. */
async function testFileFor(flow: vscode.Uri): Promise<{ readonly uri: vscode.Uri; readonly text: string | undefined }> {
  const uris = testNamesFor(fileName(flow)).map((testName) => vscode.Uri.joinPath(flow, '..', testName));
  for (const uri of uris) {
    // It may be the next one.
    const text = await requiredText(uri).catch(() => undefined);
    if (text !== undefined) return { uri, text };
  }
  return { uri: uris[0] ?? flow, text: undefined };
}

/** The test file beside a flow, for a command that puts cases into it. */
export async function testsBeside(flowUri: string) {
  const flow = vscode.Uri.parse(flowUri);
  const { uri, text } = await testFileFor(flow);
  return {
    uri,
    name: vscode.workspace.asRelativePath(uri),
    text,
    isFlow: (named: string) => flowUris(uri, named).some((candidate) => candidate.toString() === flow.toString()),
    add: (cases: readonly TestCase[]) => writeCases(uri, cases),
  };
}

/**
 * Puts cases behind those of a test file, which is made where it is not there, and shows it. Nothing is saved: who sees it decides. The file is read now:
 * while cases were looked for, it can have changed.
 */
export async function writeCases(uri: vscode.Uri, cases: readonly TestCase[]): Promise<void> {
  const text = await requiredText(uri).catch(() => '');
  if (!readBegunTestFile(text).file) {
    const name = vscode.workspace.asRelativePath(uri);
    return void notify('warning', `${name} is not a test file any more. No case was added.`);
  }
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  const rangeOf = rangeFinder(text);
  const insertions = addingCases(text, cases);
  for (const insertion of insertions) edit.replace(uri, rangeOf(insertion), insertion.text);
  await vscode.workspace.applyEdit(edit);
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const { offset = 0, text: added = '' } = insertions[0] ?? {};
  const at = editor.document.positionAt(offset + Math.max(0, added.indexOf('{')));
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
