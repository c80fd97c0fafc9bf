import { startServer } from '../lsp/startServer';
import { connectStdio, host } from './host';

/** Serves an editor over standard input and output. */
export function serveStdio(): void {
  startServer(connectStdio, host);
}
