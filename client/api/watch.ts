import { ApiError, isPassing } from './apiError';
import { backoff } from './backoff';
import type { Clock } from './clock';
import type { RequestOptions } from './endpoint';

/** How something is read that is followed: it is asked for again anyway. */
export const pollOptions = (signal: AbortSignal | undefined): RequestOptions => ({
  signal,
  repeats: 0,
  timeoutMs: 10_000,
});

/** How something that runs looked at one moment. */
export interface Snapshot<T> {
  /** `offline`: VoIPbin cannot be asked at present, `value` is the last that is known; `ended`: nothing follows. */
  readonly state: 'live' | 'offline' | 'ended';
  readonly value: T | undefined;
  /** Why it is offline. */
  readonly problem?: ApiError;
}

export interface WatchOptions {
  readonly clock: Clock;
  /** Numbers from 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Ends the watching without an error. */
  readonly signal?: AbortSignal | undefined;
}

export interface WatchListener {
  onChange(): void;
  onState(isOpen: boolean): void;
}

export interface WatchSource<T> {
  read(): Promise<T>;
  isOver(value: T): boolean;
  /** Tells when it may have changed, and whether it can tell; what it returns ends that. Asked for once, with the first value. */
  listen?: ((value: T, listener: WatchListener) => () => void) | undefined;
}

/** Milliseconds between two reads: at first, and at most while nothing changes; longer where events tell of changes. */
const first = 1000;
const maxWait = 4000;
const maxWaitWithEvents = 15_000;
/** A call goes on while a busy server asks to be left alone for an hour. */
const maxRest = 5 * 60_000;
/** Events come in bursts. */
const minGap = 300;

/**
 * Follows something until it is over, by asking again and again: a snapshot for each change.
 *
 * Goes on through lost connections, rate limits and failures of the server; any other error ends it. An event only makes it ask sooner, so
 * that lost events cost time and nothing else.
 */
export async function* watch<T>(
  source: WatchSource<T>,
  options: WatchOptions,
): AsyncGenerator<Snapshot<T>, void, undefined> {
  const { clock, random, signal } = options;
  const alarm = createAlarm(clock, signal);
  let stopListening: (() => void) | undefined;
  let hasEvents = false;
  const onState = (isOpen: boolean) => {
    hasEvents = isOpen;
    // What happened without an event is found by asking once more.
    alarm.ring();
  };
  let value: T | undefined;
  let shown = '';
  let unchanged = 0;
  let failures = 0;
  try {
    while (!signal?.aborted) {
      let wait: number;
      try {
        const next = await source.read();
        const isNew = failures > 0 || JSON.stringify(next) !== shown;
        shown = JSON.stringify(next);
        value = next;
        failures = 0;
        if (source.isOver(next)) {
          yield { state: 'ended', value };
          return;
        }
        if (isNew) yield { state: 'live', value };
        stopListening ??= source.listen?.(next, { onChange: alarm.ring, onState });
        unchanged = isNew ? 0 : unchanged + 1;
        wait = Math.min(first * 1.5 ** unchanged, hasEvents ? maxWaitWithEvents : maxWait);
      } catch (error) {
        if (signal?.aborted) return;
        if (!(error instanceof ApiError) || !isPassing(error)) throw error;
        if (failures === 0) yield { state: 'offline', value, problem: error };
        wait = Math.max(backoff(failures++, random, first * 2), Math.min((error.retryAfter ?? 0) * 1000, maxRest));
      }
      await alarm.wait(wait, failures > 0 ? wait : minGap);
    }
  } finally {
    stopListening?.();
  }
}

/** A pause that something else can end before its time, but not before `min` milliseconds. */
function createAlarm(clock: Clock, signal: AbortSignal | undefined) {
  let rung = false;
  let wake = () => {};
  return {
    ring: () => {
      rung = true;
      wake();
    },
    async wait(ms: number, min: number): Promise<void> {
      const began = clock.now();
      await new Promise<void>((resolve) => {
        let cancel = () => {};
        const end = () => {
          cancel();
          wake = () => {};
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const until = (time: number) => {
          cancel();
          cancel = clock.after(Math.max(0, time - clock.now()), end);
        };
        wake = () => until(Math.min(began + ms, began + min));
        until(rung ? began + Math.min(ms, min) : began + ms);
        signal?.addEventListener('abort', end, { once: true });
        if (signal?.aborted) end();
      });
      rung = false;
    },
  };
}
