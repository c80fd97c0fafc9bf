import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Timers } from '../../flow';

/** Where errors of our own go. */
export interface Logger {
  error(message: string): void;
}

/**
 * Answers a request: neutral when the document is gone, a protocol error when the request was cancelled, neutral and logged when we fail.
 *
 * The only place of the server that catches; features treat broken documents as data.
 */
export function runSafe<T>(
  log: Logger,
  what: string,
  neutral: T,
  token: CancellationToken,
  answer: () => T,
): T | ResponseError {
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, `${what} was cancelled`);
  try {
    return answer();
  } catch (error) {
    tell(log, what, error);
    return neutral;
  }
}

/** The same for an answer that has to wait for something. */
export async function runSafeLater<T>(
  log: Logger,
  what: string,
  neutral: T,
  token: CancellationToken,
  answer: () => Promise<T>,
): Promise<T | ResponseError> {
  const begun = runSafe(log, what, undefined, token, () =>
    answer().catch((error: unknown) => {
      tell(log, what, error);
      return neutral;
    }),
  );
  return (await begun) ?? neutral;
}

/** Timers that go on after what they run has failed: an error that comes out of a timer ends the process. */
export const safeTimers = (log: Logger, { after }: Timers): Timers => ({
  after: (ms, run) => after(ms, () => void runSafe(log, 'work of a timer', undefined, CancellationToken.None, run)),
});

const tell = (log: Logger, what: string, error: unknown) =>
  log.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
