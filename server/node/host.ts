import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { faultOfFile } from '../../flow/tests/faultOfFile';
import type { Host } from '../lsp/startServer';
import type { FileText } from '../protocol';

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
  readFile: readText,
  isProcess,
};

/** A file that cannot be read is none, and so is what a malformed address names. */
async function readText(uri: string): Promise<FileText> {
  try {
    if (!uri.startsWith('file:')) return null;
    const path = fileURLToPath(uri);
    const found = await stat(path);
    const fault = faultOfFile(found.isFile(), found.size);
    if (fault !== undefined) return { fault };
    // The files of the kernel say that they are empty, and some of them never end.
    return found.size === 0 ? '' : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

function isProcess(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
