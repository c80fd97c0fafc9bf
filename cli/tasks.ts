/** The commands that tasks of VS Code run, without what editors and servers need: a part of the extension, which shares with it what is the same. */
import { version } from '../package.json';
import { buildCommand, buildUsage } from './build/buildCommand';
import { checkCommand } from './check/checkCommand';
import { runProgram, stopSignal } from './runProgram';
import { testCommand } from './test/testCommand';
import { UsageError } from './usageError';

runProgram(async ([command = '', ...args], io) => {
  if (command === 'check') return checkCommand(args, io, version, __filename);
  if (command === 'test') return testCommand(args, io, { stop: stopSignal });
  if (command === 'build') return buildCommand(args, io);
  throw new UsageError(`a task cannot run "${command}"`, buildUsage);
});
