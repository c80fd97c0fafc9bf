import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  newId: randomUUID,
  readFile: (uri) => (uri.startsWith('file:') ? readText(uri) : Promise.resolve(undefined)),
  isProcess,
};

/** A file that cannot be read is none. */
function readText(uri: string): Promise<string | undefined> {
  return readFile(fileURLToPath(uri), 'utf8').catch(() => undefined);
}

function isProcess(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
