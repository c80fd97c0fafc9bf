/** voipbin-flow for terminals and CI. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { version } from '../package.json';
import { checkCommand } from './check/checkCommand';
import { help } from './check/createHelpers';
import { didYouMean } from './didYouMean';
import { exitCodes, guardIo } from './io';
import { lspCommand } from './lspCommand';
import { pathsCommand } from './paths/pathsCommand';
import { printable } from './printable';
import { simulateCommand } from './simulate/simulateCommand';
import { UsageError } from './usageError';

const usage = `voipbin-flow ${version}: VoIPbin call flows in the terminal

  voipbin-flow check PATH…     find mistakes in flows
  voipbin-flow simulate FLOW   run a flow without a phone
  voipbin-flow paths FLOW      find every way that a call can take
  voipbin-flow sandbox         serve a local VoIPbin on this machine
  voipbin-flow lsp             serve an editor over standard input and output
  voipbin-flow COMMAND --help  more about a command`;

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

async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'check') return checkCommand(args, io, version, __filename);
  if (command === 'simulate') return simulateCommand(args, io);
  if (command === 'paths') return pathsCommand(args, io);
  if (command === 'sandbox') {
    // A server is only read in when it is wanted.
    const { sandboxCommand } = await import('./sandbox/sandboxCommand');
    return sandboxCommand(args, io, { stop: stopSignal(), version });
  }
  if (command === 'lsp') return lspCommand(args, io);
  if (command === '--version' || command === '-v') {
    io.stdout(`${version}\n`);
    return exitCodes.clean;
  }
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    io.stdout(`${usage}\n`);
    return command === undefined ? exitCodes.usage : exitCodes.clean;
  }
  const hint = didYouMean(command, ['check', 'simulate', 'paths', 'sandbox', 'lsp']);
  throw new UsageError(`there is no command "${command}"${hint}`, usage);
}

/** Is aborted when somebody stops the program. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

function main(): void {
  // Whoever reads only the beginning, as `head` does, has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    io.stderr(`voipbin-flow: the output cannot be written: ${error.message}\n`);
    process.exit(exitCodes.usage);
  });
  // Where errors cannot be told, the exit code is all that is left.
  process.stderr.on('error', () => process.exit(exitCodes.usage));

  run(process.argv.slice(2)).then(
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

if (isMainThread) main();
else help();
