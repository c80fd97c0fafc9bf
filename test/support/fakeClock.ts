import type { Clock } from '../../client/api/clock';

export interface FakeClock extends Clock {
  /** Lets time pass: what falls due runs, in order. */
  advance(ms: number): void;
  /** Delays in milliseconds of everything that is being waited for. */
  pending(): readonly number[];
  /** Is over when something waits for a delay in this range of milliseconds. */
  whenPending(least: number, most?: number): Promise<void>;
  /** The same, and then lets that time pass. */
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

  const pending = (least: number, most: number) =>
    new Promise<Timer>((resolve) => {
      const look = () => {
        const timer = [...timers].find(({ delay }) => delay >= least && delay <= most);
        if (!timer) return;
        added.delete(look);
        resolve(timer);
      };
      added.add(look);
      look();
    });

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
    whenPending: async (least, most = least) => void (await pending(least, most)),
    async pass(least, most = least) {
      const timer = await pending(least, most);
      advance(Math.max(0, timer.due - now));
    },
  };
}
