/** The language server as a Node process: `--stdio` or `--node-ipc`. */
import { serve } from './serve';

serve();
