import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { allSemantics } from '../../flow';
import { createSandbox, systemRandom, systemTimers } from '../../sandbox';
import { hasCode } from '../../sandbox/node/hasCode';
import { keepState } from '../../sandbox/node/keepState';
import { type Served, serveSandbox } from '../../sandbox/node/serve';
import { openStateFile, type StateFile } from '../../sandbox/node/stateFile';
import { originOf } from '../../sandbox/node/webPages';
import { type CliIo, exitCodes } from '../io';
import { oneOf } from '../oneOf';
import { parseOptions } from '../parseOptions';
import { printable } from '../printable';
import { UsageError } from '../usageError';

const defaultPort = 8044;
/** Virtual seconds in a real one. Faster than that, calls reach the last date of the virtual clock within a day, and no phone answers. */
const fastest = 100_000;

export const sandboxUsage = `voipbin-flow sandbox [options]

Serves a local VoIPbin on 127.0.0.1: the REST API and the event stream of the platform, over the
simulator. Calls ring, are answered after a second and run their flows; nothing leaves this machine.
Clients sign in with the access key that is printed, or as admin@localhost with the same password.

  --port N            where to listen (default ${defaultPort}; 0: any free port)
  --speed X           virtual seconds in a real one (default 1; 0: as fast as possible)
  --state FILE        keep the state in this file, and start from it
  --allow-origin URL  answer web pages of this origin, such as http://localhost:3000; may be repeated
  --semantics WHICH   observed (default): flows do what the engine does
                      documented: flows do what VoIPbin documents

It prints a line for each event. Stop it with Ctrl+C.
Exit code: 0 it was stopped; 1 it was stopped, and its last changes could not be saved;
2 wrong usage, or a port or file that it cannot use.`;

const options = {
  port: { type: 'string' },
  speed: { type: 'string' },
  state: { type: 'string' },
  semantics: { type: 'string' },
  'allow-origin': { type: 'string', multiple: true },
} as const;

/** What the command needs besides the terminal; tests pass their own. */
export interface SandboxCommandOptions {
  /** Stops the command when it is aborted. */
  readonly stop: AbortSignal;
  readonly version: string;
}

/** Serves a sandbox until it is stopped. */
export async function sandboxCommand(
  args: readonly string[],
  io: CliIo,
  { stop, version }: SandboxCommandOptions,
): Promise<number> {
  const read = readArgs(args, io);
  if (!read) return exitCodes.clean;
  const { port, speed, state: file, semantics, allowOrigins } = read;
  const stateFile = file === undefined ? undefined : await openState(resolve(file));
  const say = (text: string) => io.stderr(`voipbin-flow: ${printable(text)}\n`);
  if (stateFile?.notice !== undefined) say(stateFile.notice);
  const log = ({ at, text }: { at: number; text: string }) => io.stdout(`${timeText(at)}  ${printable(text)}\n`);
  const tell = (text: string) => log({ at: Date.now(), text });
  const sandbox = createSandbox({
    now: Date.now,
    newId: randomUUID,
    random: systemRandom,
    timers: systemTimers,
    speed,
    semantics,
    state: stateFile?.state,
    log,
  });
  let isServed = false;
  let isSaved = true;
  const keeping =
    stateFile &&
    keepState(sandbox, {
      write: stateFile.write,
      timers: systemTimers,
      failed: (reason) =>
        isServed && say(`the state file cannot be written (${reason}); it is tried again each second`),
      recovered: () => say('the state file is written again'),
    });
  try {
    // The access key has to be the same after the next start, whatever happens until then.
    await keeping?.kept().catch((error: unknown) => refuseState(resolve(file ?? ''), error));
    const served = await listen(() => serveSandbox(sandbox, { port, kept: keeping?.kept, allowOrigins, tell }), port);
    isServed = true;
    io.stdout(greeting(`http://127.0.0.1:${served.port}`, sandbox.accessKey, version));
    await until(stop);
    await served.close();
  } finally {
    sandbox.close();
    await keeping?.close().catch(() => {
      isSaved = false;
    });
    await stateFile?.release();
  }
  io.stdout('stopped\n');
  if (isSaved) return exitCodes.clean;
  say('the last changes were not saved');
  return exitCodes.unsaved;
}

async function openState(path: string): Promise<StateFile> {
  return await openStateFile(path, new Date().toISOString()).catch((error: unknown) => refuseState(path, error));
}

function refuseState(path: string, error: unknown): never {
  throw new Error(
    `the state file ${printable(path)} cannot be used: ${error instanceof Error ? error.message : error}`,
  );
}

async function listen(serve: () => Promise<Served>, port: number): Promise<Served> {
  try {
    return await serve();
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE'))
      throw new Error(`port ${port} is in use; choose another with --port, or 0 for any`);
    throw new Error(`port ${port} cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

function greeting(origin: string, accessKey: string, version: string): string {
  return `voipbin-flow ${version}: a local VoIPbin

  API         ${origin}/v1.0
  events      ${origin.replace('http', 'ws')}/v1.0/ws
  access key  ${accessKey}

  curl '${origin}/v1.0/numbers?accesskey=${accessKey}'

Stop it with Ctrl+C.

`;
}

const until = (stop: AbortSignal) =>
  new Promise<void>((end) => {
    if (stop.aborted) end();
    else stop.addEventListener('abort', () => end(), { once: true });
  });

/** Virtual time of day, in UTC as everything of VoIPbin. */
const timeText = (at: number) => new Date(at).toISOString().slice(11, 23);

function readArgs(args: readonly string[], io: CliIo) {
  const parsed = parseOptions(args, options, sandboxUsage, io);
  if (!parsed) return undefined;
  const { values, positionals } = parsed;
  if (positionals.length > 0) throw new UsageError(`it takes no "${positionals[0]}"`, sandboxUsage);
  return {
    port: numberOf(
      '--port',
      'a port from 0 to 65535',
      values.port ?? String(defaultPort),
      (port) => Number.isInteger(port) && port < 65_536,
    ),
    speed: numberOf('--speed', `a number up to ${fastest}`, values.speed ?? '1', (speed) => speed <= fastest),
    state: values.state,
    semantics: oneOf(allSemantics, values.semantics ?? 'observed', '--semantics', sandboxUsage),
    allowOrigins: (values['allow-origin'] ?? []).map(readOrigin),
  };
}

function numberOf(option: string, what: string, text: string, fits: (value: number) => boolean): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= 0 && fits(value)) return value;
  throw new UsageError(`${option} takes ${what}, not "${text}"`, sandboxUsage);
}

function readOrigin(text: string): string {
  const origin = originOf(text);
  if (origin !== undefined) return origin;
  throw new UsageError(`--allow-origin takes an origin such as http://localhost:3000, not "${text}"`, sandboxUsage);
}
