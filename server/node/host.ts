import { randomUUID } from 'node:crypto';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import type { Host } from '../lsp/startServer';

/** The connection over the transport that the arguments of this process name: `--stdio` or `--node-ipc`. */
export function connect(options: ConnectionOptions): Connection {
  return createConnection(ProposedFeatures.all, options);
}

/** The connection over standard input and output. */
export function connectStdio(options: ConnectionOptions): Connection {
  return createConnection(ProposedFeatures.all, process.stdin, process.stdout, options);
}

/** A process of Node. */
export const host: Host = {
  now: () => performance.now(),
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
  newId: randomUUID,
  isProcess,
};

function isProcess(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
