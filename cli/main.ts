#!/usr/bin/env node
/** voipbin-flow for terminals and CI. */
import { version } from '../package.json';
import { compileLess } from './check/compileLess';
import { didYouMean } from './didYouMean';
import { type CliIo, exitCodes } from './io';
import { runProgram, stopSignal } from './runProgram';
import { UsageError } from './usageError';

interface Command {
  /** What its arguments are. */
  readonly takes?: string;
  /** In a few words, for the usage. */
  readonly does: string;
  /** Loads the command on first use, so no command waits for the code of another. */
  run(args: readonly string[], io: CliIo): Promise<number>;
}

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries<Command>({
    check: {
      takes: 'PATH…',
      does: 'find mistakes in flows',
      async run(args, io) {
        compileLess();
        // Files of flows are small. Each takes a part of one larger piece of memory, which is sooner than a piece of its own.
        Buffer.poolSize = 1 << 18;
        return (await import('./check/checkCommand')).checkCommand(args, io, version, __filename);
      },
    },
    simulate: {
      takes: 'FLOW',
      does: 'run a flow without a phone',
      run: async (args, io) => (await import('./simulate/simulateCommand')).simulateCommand(args, io),
    },
    paths: {
      takes: 'FLOW',
      does: 'find every way that a call can take',
      run: async (args, io) => (await import('./paths/pathsCommand')).pathsCommand(args, io),
    },
    build: {
      takes: 'FILE…',
      does: 'write flows as VoIPbin expects them, with UUIDs instead of names',
      run: async (args, io) => (await import('./build/buildCommand')).buildCommand(args, io),
    },
    picture: {
      takes: 'FLOW',
      does: 'draw a flow',
      run: async (args, io) => (await import('./picture/pictureCommand')).pictureCommand(args, io),
    },
    test: {
      takes: 'PATH…',
      does: 'run test files',
      run: async (args, io) => (await import('./test/testCommand')).testCommand(args, io, { stop: stopSignal }),
    },
    sandbox: {
      does: 'serve a local VoIPbin on this machine',
      run: async (args, io) =>
        (await import('./sandbox/sandboxCommand')).sandboxCommand(args, io, { stop: stopSignal(), version }),
    },
    lsp: {
      does: 'serve an editor over standard input and output',
      run: async (args, io) => (await import('./lspCommand')).lspCommand(args, io),
    },
    dap: {
      does: 'serve a debugger over standard input and output',
      run: async (args, io) => leave(await (await import('./dap/dapCommand')).dapCommand(args, io, process.stdin)),
    },
  }),
);

const usageLine = (command: string, does: string) => `  ${`voipbin-flow ${command}`.padEnd(29)}${does}`;

const usage = [
  `voipbin-flow ${version}: VoIPbin call flows in the terminal\n`,
  ...[...commands].map(([name, { takes, does }]) => usageLine(takes === undefined ? name : `${name} ${takes}`, does)),
  usageLine('COMMAND --help', 'more about a command'),
].join('\n');

async function run([name, ...args]: readonly string[], io: CliIo): Promise<number> {
  const command = commands.get(name ?? '');
  if (command) return command.run(args, io);
  if (name === '--version' || name === '-v') {
    io.stdout(`${version}\n`);
    return exitCodes.clean;
  }
  if (name === 'help' && args[0] !== undefined) return run([args[0], '--help'], io);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout(`${usage}\n`);
    return name === undefined ? exitCodes.usage : exitCodes.clean;
  }
  const hint = didYouMean(name, [...commands.keys()]);
  throw new UsageError(`there is no command "${name}"${hint}`, usage);
}

/** Stops reading standard input, so that it does not keep the program running. */
function leave(code: number): number {
  process.stdin.destroy();
  return code;
}

runProgram(run);
