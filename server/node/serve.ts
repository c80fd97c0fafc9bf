import { randomUUID } from 'node:crypto';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { startServer } from '../lsp/startServer';

/** Serves an editor over the transport that the arguments of this process name: `--stdio` or `--node-ipc`. */
export function serve(): void {
  serveOn((options) => createConnection(ProposedFeatures.all, options));
}

/** Serves an editor over standard input and output. */
export function serveStdio(): void {
  serveOn((options) => createConnection(ProposedFeatures.all, process.stdin, process.stdout, options));
}

function serveOn(connect: (options: ConnectionOptions) => Connection): void {
  startServer(connect, {
    now: () => performance.now(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
    newId: randomUUID,
    isProcess,
  });
}

function isProcess(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
