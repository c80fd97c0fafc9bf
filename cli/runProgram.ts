import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { type CliIo, exitCodes, guardIo } from './io';
import { printable } from './printable';
import { UsageError } from './usageError';

const io = guardIo({
  stdout: (output) => void process.stdout.write(output),
  stderr: (output) => void process.stderr.write(output),
  drained: async () => {
    await (process.stdout.writableNeedDrain ? once(process.stdout, 'drain') : setImmediate());
  },
  // Many small files are read in a fraction of the time that promises take.
  readFile: async (path) => readFileSync(path),
  readStdin: () => buffer(process.stdin),
  colors: process.stdout.isTTY === true && process.stdout.hasColors(),
});

/** Runs a program of commands: what it is called with in, its exit code out. In a thread of a helper it does what helpers do. */
export function runProgram(run: (args: readonly string[], io: CliIo) => Promise<number>): void {
  if (!isMainThread) {
    import('./check/createHelpers').then(({ help }) => help());
    return;
  }
  // A reader of only the beginning, such as `head`, has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    io.stderr(`voipbin-flow: the output cannot be written: ${error.message}\n`);
    process.exit(exitCodes.usage);
  });
  // Where errors cannot be told, the exit code is all that is left.
  process.stderr.on('error', () => process.exit(exitCodes.usage));

  run(process.argv.slice(2), io).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof UsageError) io.stderr(`voipbin-flow: ${printable(error.message)}\n\n${error.usage}\n`);
      else io.stderr(`voipbin-flow: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = exitCodes.usage;
    },
  );
}

/** Is aborted when the user stops the program. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
