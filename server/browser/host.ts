import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  type ConnectionOptions,
  createConnection,
} from 'vscode-languageserver/browser';
import type { Host } from '../lsp/startServer';

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** The connection to the page that made this worker. */
export function connect(options: ConnectionOptions): Connection {
  return createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), options);
}

/** A web worker. */
export const host: Host = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  newId: () => crypto.randomUUID(),
};
