#!/usr/bin/env node
/** voipbin-flow for terminals and CI. */
import { version } from '../package.json';
import { compileLess } from './check/compileLess';
import { didYouMean } from './didYouMean';
import { type CliIo, exitCodes } from './io';
import { runProgram, stopSignal } from './runProgram';
import { UsageError } from './usageError';

const usage = `voipbin-flow ${version}: VoIPbin call flows in the terminal

  voipbin-flow check PATH…     find mistakes in flows
  voipbin-flow simulate FLOW   run a flow without a phone
  voipbin-flow paths FLOW      find every way that a call can take
  voipbin-flow build FILE…     write flows as VoIPbin expects them, with UUIDs instead of names
  voipbin-flow picture FLOW    draw a flow
  voipbin-flow test PATH…      run test files
  voipbin-flow sandbox         serve a local VoIPbin on this machine
  voipbin-flow lsp             serve an editor over standard input and output
  voipbin-flow dap             serve a debugger over standard input and output
  voipbin-flow COMMAND --help  more about a command`;

async function run([command, ...args]: readonly string[], io: CliIo): Promise<number> {
  // Each command loads on first use, so no command waits for the code of another.
  if (command === 'check') {
    compileLess();
    // Files of flows are small. Each takes a part of one larger piece of memory, which is sooner than a piece of its own.
    Buffer.poolSize = 1 << 18;
    const { checkCommand } = await import('./check/checkCommand');
    return checkCommand(args, io, version, __filename);
  }
  if (command === 'simulate') {
    const { simulateCommand } = await import('./simulate/simulateCommand');
    return simulateCommand(args, io);
  }
  if (command === 'paths') {
    const { pathsCommand } = await import('./paths/pathsCommand');
    return pathsCommand(args, io);
  }
  if (command === 'build') {
    const { buildCommand } = await import('./build/buildCommand');
    return buildCommand(args, io);
  }
  if (command === 'picture') {
    const { pictureCommand } = await import('./picture/pictureCommand');
    return pictureCommand(args, io);
  }
  if (command === 'test') {
    const { testCommand } = await import('./test/testCommand');
    return testCommand(args, io, { stop: stopSignal });
  }
  if (command === 'sandbox') {
    const { sandboxCommand } = await import('./sandbox/sandboxCommand');
    return sandboxCommand(args, io, { stop: stopSignal(), version });
  }
  if (command === 'lsp') {
    const { lspCommand } = await import('./lspCommand');
    return lspCommand(args, io);
  }
  if (command === 'dap') {
    const { dapCommand } = await import('./dap/dapCommand');
    return leave(await dapCommand(args, io, process.stdin));
  }
  if (command === '--version' || command === '-v') {
    io.stdout(`${version}\n`);
    return exitCodes.clean;
  }
  if (command === 'help' && args[0] !== undefined) return run([args[0], '--help'], io);
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    io.stdout(`${usage}\n`);
    return command === undefined ? exitCodes.usage : exitCodes.clean;
  }
  const hint = didYouMean(command, ['check', 'simulate', 'paths', 'test', 'build', 'picture', 'sandbox', 'lsp', 'dap']);
  throw new UsageError(`there is no command "${command}"${hint}`, usage);
}

/** Stops reading standard input, so that it does not keep the program running. */
function leave(code: number): number {
  process.stdin.destroy();
  return code;
}

runProgram(run);
