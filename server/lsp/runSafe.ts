import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

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
    log.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return neutral;
  }
}
