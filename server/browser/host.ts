import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  type ConnectionOptions,
  createConnection,
} from 'vscode-languageserver/browser';
import type { Host } from '../lsp/startServer';

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** The connection to whoever made this worker. */
export function connect(options: ConnectionOptions): Connection {
  return createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), options);
}

/** A web worker. */
export const host: Host = {
  now: () => performance.now(),
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as number | undefined),
  newId: () => crypto.randomUUID(),
};
