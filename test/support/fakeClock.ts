import type { Clock } from '../../client/api/clock';

export interface FakeClock extends Clock {
  /** Lets time pass: what falls due runs, in order. */
  advance(ms: number): void;
  /** Delays in milliseconds of everything that is being waited for. */
  pending(): readonly number[];
  /** Is over when something waits for a delay in this range of milliseconds; then lets that time pass. */
  pass(least: number, most?: number): Promise<void>;
}

interface Timer {
  readonly due: number;
  readonly delay: number;
  readonly run: () => void;
}

/** A clock that stands still until it is told otherwise. It begins at noon of 2 January 2026, UTC. */
export function fakeClock(): FakeClock {
  let now = Date.UTC(2026, 0, 2, 12);
  const timers = new Set<Timer>();
  const added = new Set<() => void>();

  const advance = (ms: number) => {
    const end = now + ms;
    for (;;) {
      const next = [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      timers.delete(next);
      now = Math.max(now, next.due);
      next.run();
    }
    now = end;
  };

  return {
    now: () => now,
    after(ms, run) {
      const timer = { due: now + ms, delay: ms, run };
      timers.add(timer);
      for (const tell of added) tell();
      return () => timers.delete(timer);
    },
    advance,
    pending: () => [...timers].map(({ delay }) => delay),
    pass: (least, most = least) =>
      new Promise((resolve) => {
        const look = () => {
          const timer = [...timers].find(({ delay }) => delay >= least && delay <= most);
          if (!timer) return;
          added.delete(look);
          // Whoever waits has to have its promise first.
          queueMicrotask(() => {
            advance(Math.max(0, timer.due - now));
            resolve();
          });
        };
        added.add(look);
        look();
      }),
  };
}
