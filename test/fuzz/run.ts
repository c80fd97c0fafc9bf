// Fuzzes until the time is over: npm run fuzz -- [--minutes N] [--seed S] [--target NAME] [--replay FILE].
// Each target runs in a process of its own. One that fails, dies or hangs gives a fixture in test/fuzz/fixtures, reduced, and exit code 1.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { reduceJson } from './reduceJson';
import { targets } from './targets';
import type { FromWorker, ToWorker } from './worker';

/** An input that takes longer has hung: the slowest ones take a second. */
const hangsAfterMs = 30_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    target: { type: 'string' },
    replay: { type: 'string' },
  },
});

interface Failure {
  readonly input: unknown;
  readonly message: string;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});

async function main(): Promise<void> {
  if (values.replay !== undefined) return replay(values.replay);
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes ${values.minutes}: it takes a number above 0`);
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error(`--seed ${values.seed}: it takes an integer`);
  const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
  if (chosen.length === 0) {
    throw new Error(`There is no target ${values.target}: ${targets.map(({ name }) => name).join(', ')}`);
  }

  console.log(`seed ${seed}`);
  for (const { name } of chosen) {
    const { runs, failure } = await fuzz(name, seed, (minutes * 60_000) / chosen.length);
    console.log(`${failure ? '✖' : '✔'} ${name}: ${runs} inputs`);
    if (failure) await report(name, seed, failure);
  }
}

/** Lets a process try inputs for that long; the failure as small as its own reduction made it. */
function fuzz(target: string, seed: number, ms: number): Promise<{ runs: number; failure?: Failure }> {
  return new Promise((resolve) => {
    const child = startWorker();
    let last: unknown;
    let runs = 0;
    const hang = hangTimer(child);
    const end = (failure?: Failure) => {
      hang.stop();
      child.removeAllListeners('exit').kill('SIGKILL');
      resolve({ runs, ...(failure ? { failure } : {}) });
    };
    child.on('message', (message: FromWorker) => {
      if (message.type === 'tries') {
        last = message.input;
        runs++;
        hang.restart();
      } else end(message.type === 'failed' ? message : undefined);
    });
    child.on('exit', (code) =>
      end({ input: last, message: hang.rang() ? 'It hung.' : `It died (exit code ${code}).` }),
    );
    send(child, { type: 'fuzz', target, seed, ms });
  });
}

/** What one input does in a fresh process: why it fails, or undefined when it does not. */
function tryOnce(target: string, input: unknown): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = startWorker();
    const hang = hangTimer(child);
    const end = (message?: string) => {
      hang.stop();
      child.removeAllListeners('exit').kill('SIGKILL');
      resolve(message);
    };
    child.on('message', (message: FromWorker) => {
      if (message.type !== 'tries') end(message.type === 'failed' ? message.message : undefined);
    });
    child.on('exit', (code) => end(hang.rang() ? 'It hung.' : `It died (exit code ${code}).`));
    send(child, { type: 'once', target, input });
  });
}

/** A process that hung or died could not reduce its input; this does, with a process for each smaller one. */
async function report(target: string, seed: number, { input, message }: Failure): Promise<void> {
  const file = join(__dirname, 'fixtures', `${target}-${seed}.json`);
  mkdirSync(join(__dirname, 'fixtures'), { recursive: true });
  const keep = (item: unknown) => writeFileSync(file, `${JSON.stringify({ target, input: item }, null, 2)}\n`);
  keep(input);
  console.log(`${message}\n\nIt is kept in ${relative(process.cwd(), file)}. Try it again with --replay.`);
  if (/^It (hung|died)/.test(message)) {
    console.log('Reducing it …');
    keep(await reduceJson(input, async (item) => (await tryOnce(target, item)) === message));
  }
  process.exitCode = 1;
}

async function replay(file: string): Promise<void> {
  const { target, input } = JSON.parse(readFileSync(file, 'utf8'));
  const message = await tryOnce(target, input);
  console.log(message === undefined ? '✔ It holds.' : `✖ ${message}`);
  process.exitCode = message === undefined ? 0 : 1;
}

function startWorker(): ChildProcess {
  return fork(join(__dirname, 'worker.ts'), { execArgv: ['--import', 'tsx', '--max-old-space-size=2048'] });
}

function send(child: ChildProcess, message: ToWorker): void {
  child.send(message);
}

function hangTimer(child: ChildProcess) {
  let rang = false;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const restart = () => {
    stop();
    timer = setTimeout(() => {
      rang = true;
      child.kill('SIGKILL');
    }, hangsAfterMs);
  };
  restart();
  return { stop, restart, rang: () => rang };
}
