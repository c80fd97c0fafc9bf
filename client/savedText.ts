import * as vscode from 'vscode';
import { faultOfFile } from '../flow';

/** In bytes: what runs may be larger than what is read in the background. */
const largestToRun = 50_000_000;

/** What is there and is not read. */
export interface Unread {
  /** The rest of a sentence behind the name of the file. */
  readonly fault: string;
}

/** The text of a file as its editor has it, else as it was saved. Rejects where there is none, and with the reason for one that is not read. */
export async function requiredText(uri: vscode.Uri): Promise<string> {
  const text = await currentText(uri);
  if (typeof text === 'string') return text;
  throw new Error(`it ${text.fault}`);
}

/** The same, with the reason in place of a text that is not read. Rejects where there is none. */
export async function currentText(uri: vscode.Uri): Promise<string | Unread> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : savedText(uri, largestToRun);
}

/** The text of a file as it was saved, or why it is not read. Rejects where there is none. */
export async function savedText(uri: vscode.Uri, largest?: number): Promise<string | Unread> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  const fault = faultOfFile((type & vscode.FileType.File) !== 0, size, largest);
  return fault === undefined ? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) : { fault };
}
