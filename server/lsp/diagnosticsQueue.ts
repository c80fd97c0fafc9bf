/** The timers of the host, so that tests can pass their own. */
export interface Timers {
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

export interface DiagnosticsQueue {
  /** Checks a document soon; an earlier wish for the same document is replaced. */
  add(uri: string): void;
  /** Forgets a document and its waiting check. */
  drop(uri: string): void;
}

/**
 * Runs checks a moment after the last edit: a fixed short wait for small documents, half as long as the last check took for large ones, in ms.
 *
 * `check` answers with that time, and with nothing when the document is gone; it never fails. Only the check itself counts, not what it waited for.
 */
export function createDiagnosticsQueue(
  timers: Timers,
  check: (uri: string) => Promise<number | undefined>,
): DiagnosticsQueue {
  const waiting = new Map<string, unknown>();
  const lastDuration = new Map<string, number>();
  return {
    add(uri) {
      timers.clearTimer(waiting.get(uri));
      const wait = Math.min(500, Math.max(30, (lastDuration.get(uri) ?? 0) / 2));
      waiting.set(
        uri,
        timers.setTimer(() => {
          waiting.delete(uri);
          void check(uri).then((duration) => {
            if (duration !== undefined) lastDuration.set(uri, duration);
          });
        }, wait),
      );
    },
    drop(uri) {
      timers.clearTimer(waiting.get(uri));
      waiting.delete(uri);
      lastDuration.delete(uri);
    },
  };
}
