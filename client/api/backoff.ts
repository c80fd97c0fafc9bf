/**
 * How long to wait before repeating something for the `attempt`-th time (from 0), in milliseconds.
 *
 * Doubles from `first` up to `max`; half of it is left to chance, so that many clients do not come back in step.
 * `random` gives numbers from 0 (included) to 1 (excluded).
 */
export function backoff(attempt: number, random: () => number, first = 500, max = 10_000): number {
  const whole = Math.min(max, first * 2 ** Math.min(attempt, 30));
  return Math.round(whole / 2 + (whole / 2) * random());
}
