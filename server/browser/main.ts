/** The language server in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/startServer';

const scope = self as unknown as DedicatedWorkerGlobalScope;

startServer((options) => createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), options), {
  now: () => performance.now(),
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as number | undefined),
  newId: () => crypto.randomUUID(),
});
