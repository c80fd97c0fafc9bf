import { tooMany } from './apiError';

/** So many requests a second on average, and so many at once. */
interface Limit {
  readonly rate: number;
  readonly burst: number;
}

/** Source: bin-api-manager/internal/config/main.go:120-132. */
const limits = {
  ip: { rate: 200, burst: 400 },
  signIn: { rate: 10, burst: 20 },
  customer: { rate: 16.7, burst: 33 },
} as const satisfies Record<string, Limit>;

export interface RateLimits {
  /** Throws a 429 when there were too many. */
  take(kind: keyof typeof limits, of: string): void;
  reset(): void;
}

/** The limits of the platform, on a clock in real milliseconds: they protect the server, whatever the speed of virtual time. */
export function createRateLimits(now: () => number): RateLimits {
  /** When everything that was asked so far has been paid off, in ms. */
  const paidOff = new Map<string, number>();
  return {
    take(kind, of) {
      const { rate, burst } = limits[kind];
      const each = 1000 / rate;
      const key = `${kind} ${of}`;
      const time = now();
      const next = Math.max(paidOff.get(key) ?? 0, time) + each;
      const wait = next - time - burst * each;
      if (wait > 0.001) throw tooMany(kind === 'customer' ? 'customer' : 'ip', Math.ceil(wait / 1000));
      paidOff.set(key, next);
    },
    reset: () => paidOff.clear(),
  };
}
