import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { CheckSettings } from '../../flow';
import type { Checked, CheckPaths, Helpers } from './checkAll';
import { checkPaths } from './checkPaths';

/** Helpers in threads of their own, as many as there are cores besides ours; in each runs `program`, which has to call `help`. */
export function createHelpers(program: string, settings: CheckSettings): Helpers & { stop(): void } {
  const workers: Worker[] = [];
  return {
    most: availableParallelism() - 1,
    files: 10_000,
    start() {
      const worker = new Worker(program, { workerData: settings });
      workers.push(worker);
      return askWorker(worker);
    },
    stop: () => workers.forEach((worker) => void worker.terminate()),
  };
}

interface Answer {
  readonly resolve: (checked: readonly Checked[]) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker answers in the order in which it is asked; once it has failed, everything it is asked fails. */
function askWorker(worker: Worker): CheckPaths {
  const waiting: Answer[] = [];
  let failure: unknown;
  worker.on('message', (checked: readonly Checked[]) => waiting.shift()?.resolve(checked));
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return (paths) =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      waiting.push({ resolve, reject });
      worker.postMessage(paths);
    });
}

/** What the program does in the thread of a helper: it checks what it is asked to. */
export function help(): void {
  parentPort?.on('message', async (paths: readonly string[]) => {
    parentPort?.postMessage(await checkPaths(paths, readFileSync, workerData as CheckSettings));
  });
}
