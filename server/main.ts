/** The language server of the extension, in one file for both hosts: a Node process (`--stdio` or `--node-ipc`) and a web worker. */
import { startServer } from './lsp/startServer';

// Only the connection is loaded late. esbuild wraps modules that are loaded late, and with the whole server wrapped the start would take a twelfth longer.
const loading = typeof WorkerGlobalScope === 'undefined' ? import('./node/host') : import('./browser/host');
void loading.then(({ connect, host }) => startServer(connect, host));
