/** The language server of the extension, one file for both of its hosts: a Node process (`--stdio` or `--node-ipc`) and a web worker. */
import { startServer } from './lsp/startServer';

// Nothing but the connection is loaded late: esbuild wraps what is, and the whole server in wrappers would start a twelfth slower.
const loading = typeof WorkerGlobalScope === 'undefined' ? import('./node/host') : import('./browser/host');
void loading.then(({ connect, host }) => startServer(connect, host));
