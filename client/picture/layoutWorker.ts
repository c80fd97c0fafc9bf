/** The worker that lays out pictures, one file for both hosts: a thread of Node and a web worker. */
import { answerLayouts, type LayoutHost } from './answerLayouts';

const host: LayoutHost = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};

if ('WorkerGlobalScope' in globalThis) {
  const answer = answerLayouts((message) => postMessage(message), host);
  addEventListener('message', ({ data }) => void answer(data));
} else {
  void import('node:worker_threads').then(({ parentPort }) => {
    const answer = answerLayouts((message) => parentPort?.postMessage(message), host);
    parentPort?.on('message', (data) => void answer(data));
  });
}
