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
import { startWorker } from './startWorker';

export const startLanguage: Parts['language']['startLanguage'] = (context, log, links) => {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js');
  const newClient: NewLanguageClient = (id, name, options) =>
    new LanguageClient(id, name, async () => transportsOf(await startWorker(file)), options);
  return startLanguageClient(context, log, links, newClient);
};

/**
 * The way to a worker. VS Code's `Worker` makes objects of another class, by which the language client does not know a worker; so it gets reader and
 * writer.
 */
const transportsOf = (worker: Worker): MessageTransports => ({
  reader: new BrowserMessageReader(worker),
  writer: new BrowserMessageWriter(worker),
});
