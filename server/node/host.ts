import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import type { ReadFile } from '../lsp/files';
import type { Host } from '../lsp/startServer';

/** The connection over the transport that the arguments of this process name: `--stdio` or `--node-ipc`. */
export function connect(options: ConnectionOptions): Connection {
  return createConnection(ProposedFeatures.all, options);
}

/** The connection over standard input and output. */
export function connectStdio(options: ConnectionOptions): Connection {
  return createConnection(ProposedFeatures.all, process.stdin, process.stdout, options);
}

/** A file that cannot be read is none, and so is what a malformed address names. */
const readText: ReadFile = async (uri, faultOf) => {
  try {
    if (!uri.startsWith('file:')) return null;
    const path = fileURLToPath(uri);
    const found = await stat(path);
    const fault = faultOf(found.isFile(), found.size);
    if (fault !== undefined) return { fault };
    // The files of the kernel say that they are empty, and some of them never end.
    return found.size === 0 ? '' : await readFile(path, 'utf8');
  } catch {
    return null;
  }
};

/** A process of Node. */
export const host: Host = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  newId: randomUUID,
  readFile: readText,
  isProcess,
};

function isProcess(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
