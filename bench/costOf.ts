import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a program cost. */
export interface Cost {
  /** All threads, in s. */
  readonly processor: number;
  readonly wall: number;
  /** Until something is printed, in ms. */
  readonly firstLine: number;
  readonly megabytes: number;
}

/** Runs a program of Node's, which says at its end what it cost, on a stream of its own. */
export async function costOf([program = '', ...args]: readonly string[], cwd: string): Promise<Cost> {
  const hook = join(cwd, '..', 'cost.cjs');
  writeFileSync(
    hook,
    `require('worker_threads').isMainThread && process.on('exit', () => require('fs').writeSync(3, JSON.stringify(process.resourceUsage())))`,
  );
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: `--require ${hook}` },
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  let firstLine = 0;
  child.stdout?.on('data', () => {
    firstLine ||= performance.now() - start;
  });
  let said = '';
  child.stdio[3]?.on('data', (part) => {
    said += String(part);
  });
  await once(child, 'close');
  const usage = JSON.parse(said) as NodeJS.ResourceUsage;
  return {
    processor: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    wall: (performance.now() - start) / 1000,
    firstLine,
    megabytes: usage.maxRSS / 1024,
  };
}
