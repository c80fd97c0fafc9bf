/** The extension in a browser. */
import * as vscode from 'vscode';
import { activateExtension } from '../activation';
import type { LoadPart, Parts } from '../parts';
import { createBundleLoader } from './createBundleLoader';
import { sideWorkers } from './startSideWorker';

/** The bundles of parts that differ from those for Node. */
const ofBrowsers: Partial<Record<keyof Parts, string>> = { language: 'webLanguage', calls: 'webCalls' };

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist/parts');
  const read = async (file: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)));
  const load = createBundleLoader(read, { vscode });
  const startSideWorker = sideWorkers((file) => vscode.Uri.joinPath(context.extensionUri, 'dist', file));
  await activateExtension(context, ((name) => load(`${ofBrowsers[name] ?? name}.js`)) as LoadPart, startSideWorker);
}
