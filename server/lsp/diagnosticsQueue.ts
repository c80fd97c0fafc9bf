import type { Timers } from '../../flow';

export interface DiagnosticsQueue {
  /** Checks a document soon; an earlier wish for the same document is replaced. */
  add(uri: string): void;
  /** Forgets a document and its waiting check. */
  drop(uri: string): void;
}

/** In ms. */
const shortestWait = 30;
const longestWait = 500;
/** About half of what the check of a character takes, of a flow without findings, in ms. */
const waitOfCharacter = 1 / 15_000;

/**
 * Runs checks a moment after the last edit: a fixed short wait for small documents, a longer one for those whose last check was much work.
 *
 * `check` answers with the number of characters that it read, and with nothing when the document is gone; it never fails. The time that it took
 * would say as much of what else the machine does.
 */
export function createDiagnosticsQueue(
  timers: Timers,
  check: (uri: string) => Promise<number | undefined>,
): DiagnosticsQueue {
  const waiting = new Map<string, () => void>();
  const lastLength = new Map<string, number>();
  return {
    add(uri) {
      waiting.get(uri)?.();
      const wait = Math.min(longestWait, Math.max(shortestWait, (lastLength.get(uri) ?? 0) * waitOfCharacter));
      waiting.set(
        uri,
        timers.after(wait, () => {
          waiting.delete(uri);
          void check(uri).then((length) => {
            if (length !== undefined) lastLength.set(uri, length);
          });
        }),
      );
    },
    drop(uri) {
      waiting.get(uri)?.();
      waiting.delete(uri);
      lastLength.delete(uri);
    },
  };
}
