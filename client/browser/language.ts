/** The language client in a browser: the server is a web worker. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type NewLanguageClient, startLanguageClient } from '../language';
import type { Parts } from '../parts';

export const startLanguage: Parts['language']['startLanguage'] = (context, log) => {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js');
  const newClient: NewLanguageClient = (id, name, options) =>
    new LanguageClient(id, name, () => startWorker(file), options);
  return startLanguageClient(context, log, newClient);
};

/**
 * The way to a worker that runs a file of the extension.
 *
 * VS Code starts workers from no remote file, so the file is read and handed over. Its `Worker` makes objects of another class,
 * by which the language client does not know a worker; so it gets reader and writer.
 */
async function startWorker(file: vscode.Uri): Promise<MessageTransports> {
  const source = await vscode.workspace.fs.readFile(file);
  const url = URL.createObjectURL(new Blob([Uint8Array.from(source)], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
