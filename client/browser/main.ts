/** The extension in a browser: the server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from '../start';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js');
  await start(
    context,
    (id, name, options) => new LanguageClient(id, name, async () => new Worker(file.toString(true)), options),
  );
}
