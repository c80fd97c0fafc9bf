import type { Uri } from 'vscode';
import type { StartSideWorker } from '../sideWorker';
import { startWorker } from './startWorker';

/** Runs files of `dist/` in web workers. */
export const sideWorkers =
  (uriOf: (file: string) => Uri): StartSideWorker =>
  (file, { message, failed }) => {
    const starting = startWorker(uriOf(file)).then((worker) => {
      worker.onmessage = ({ data }) => message(data);
      worker.onerror = (event) => failed(new Error(event.message));
      return worker;
    });
    starting.catch(failed);
    const then = (use: (worker: Worker) => void) => void starting.then(use, () => undefined);
    return {
      post: (data) => then((worker) => worker.postMessage(data)),
      stop: () => then((worker) => worker.terminate()),
    };
  };
