import { Worker } from 'node:worker_threads';
import type { StartSideWorker } from '../sideWorker';

/** Runs files of `dist/` in threads of this process. */
export const sideWorkers =
  (pathOf: (file: string) => string): StartSideWorker =>
  (file, { message, failed }) => {
    const worker = new Worker(pathOf(file));
    worker.on('message', message);
    worker.on('error', failed);
    return { post: (data) => worker.postMessage(data), stop: () => void worker.terminate() };
  };
