import type { Clock } from '../../flow';

/** Where the client needs a clock, its `now` counts from 1970. */
export type { Clock };

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    // Longer ones would run at once.
    const timer = setTimeout(run, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

/** Is over after so many milliseconds, or at once when the signal aborts: then false. */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(false);
    const end = (elapsed: boolean) => {
      cancel();
      signal?.removeEventListener('abort', onAbort);
      resolve(elapsed);
    };
    const onAbort = () => end(false);
    const cancel = clock.after(ms, () => end(true));
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
