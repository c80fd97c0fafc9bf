/** The language server as a Node process: `--stdio` or `--node-ipc`. */
import { randomUUID } from 'node:crypto';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/startServer';

startServer((options) => createConnection(ProposedFeatures.all, options), {
  now: () => performance.now(),
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
  newId: randomUUID,
  isProcess,
});

function isProcess(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
