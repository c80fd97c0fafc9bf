/** The extension in a browser. */
import * as vscode from 'vscode';
import { activateExtension } from '../activation';
import type { LoadPart } from '../parts';
import { createBundleLoader } from './createBundleLoader';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist/web/parts');
  const read = async (file: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)));
  const load = createBundleLoader(read, { vscode });
  await activateExtension(context, ((name) => load(`${name}.js`)) as LoadPart);
}
