// The process in which a target is fuzzed; it says what it tries before it does, so that whoever waits knows what it died of.
import fc from 'fast-check';
import type { Target } from './target';
import { targets } from './targets';

export type ToWorker =
  | { readonly type: 'fuzz'; readonly target: string; readonly seed: number; readonly ms: number }
  | { readonly type: 'once'; readonly target: string; readonly input: unknown };

export type FromWorker =
  | { readonly type: 'tries'; readonly input: unknown }
  | { readonly type: 'failed'; readonly input: unknown; readonly message: string }
  | { readonly type: 'done' };

process.on('message', async (message: ToWorker) => {
  const target = targets.find(({ name }) => name === message.target);
  if (!target) throw new Error(`There is no target ${message.target}.`);
  say(message.type === 'fuzz' ? await fuzz(target, message.seed, message.ms) : await once(target, message.input));
});

async function fuzz({ input, run }: Target<unknown>, seed: number, ms: number): Promise<FromWorker> {
  const property = fc.asyncProperty(input, async (item) => {
    say({ type: 'tries', input: item });
    await run(item);
  });
  const details = await fc.check(property, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: ms,
    markInterruptAsFailure: false,
  });
  if (!details.failed) return { type: 'done' };
  return { type: 'failed', input: details.counterexample?.[0], message: reasonOf(details.errorInstance) };
}

async function once({ run }: Target<unknown>, input: unknown): Promise<FromWorker> {
  try {
    await run(input);
    return { type: 'done' };
  } catch (error) {
    return { type: 'failed', input, message: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function say(message: FromWorker): void {
  process.send?.(message);
}
