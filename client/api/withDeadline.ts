import type { Clock } from './clock';

export type Stopped = 'timeout' | 'cancelled';

/**
 * What `run` gives, or why it was not waited for: `ms` milliseconds are over, or the signal aborted.
 *
 * It does not rely on `run` heeding the signal that it is handed: a handler in this process may not.
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly value: T } | { readonly stopped: Stopped }> {
  if (signal?.aborted) return { stopped: 'cancelled' };
  const controller = new AbortController();
  let stop: (why: Stopped) => void = () => undefined;
  const stopped = new Promise<{ stopped: Stopped }>((resolve) => {
    stop = (why) => {
      resolve({ stopped: why });
      controller.abort();
    };
  });
  const onAbort = () => stop('cancelled');
  const cancel = clock.after(ms, () => stop('timeout'));
  signal?.addEventListener('abort', onAbort, { once: true });
  const running = run(controller.signal).then((value) => ({ value }));
  // Once stopped, its failure is ignored.
  running.catch(() => undefined);
  try {
    return await Promise.race([stopped, running]);
  } finally {
    cancel();
    signal?.removeEventListener('abort', onAbort);
  }
}
