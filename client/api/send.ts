import { ApiError } from './apiError';
import type { Clock } from './clock';
import type { Mask } from './maskUrl';
import { judgeNetworkFailure, stoppedError } from './networkError';
import { maxBytes, readBody } from './readBody';
import { withDeadline } from './withDeadline';

/** What the client needs of `fetch`; a local VoIPbin in this process answers it just as well. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

export interface ApiLog {
  debug(message: string): void;
  warn(message: string): void;
}

export interface Sender {
  readonly fetch: FetchLike;
  readonly clock: Clock;
  readonly log: ApiLog;
  readonly mask: Mask;
}

export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly doing: string;
  readonly mayExist?: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Milliseconds since 1970, by the clock here. */
  readonly receivedAt: number;
}

/**
 * Sends one request, once, and reads the whole answer, whatever its status. Without a whole answer, and for one that is too large, it throws
 * an `ApiError`.
 */
export async function send({ fetch, clock, log, mask }: Sender, request: Outgoing): Promise<HttpAnswer> {
  const { method, url, headers, body, timeoutMs, signal, doing, mayExist } = request;
  const shown = mask(`${method} ${url}`);
  const began = clock.now();
  const fail = (error: ApiError, detail = '') => {
    log.warn(mask(`${shown}: ${error.message}${detail}`));
    return error;
  };
  if (signal?.aborted) throw fail(stoppedError('cancelled', doing, timeoutMs, undefined));
  try {
    const outcome = await withDeadline(clock, timeoutMs, signal, async (inner) => {
      const response = await fetch(url, {
        method,
        headers: { accept: 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
        signal: inner,
        // A redirect could carry the credentials elsewhere, and a cookie would outrank them.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      return { status: response.status, headers: response.headers, text: await readBody(response, inner) };
    });
    if ('stopped' in outcome) throw fail(stoppedError(outcome.stopped, doing, timeoutMs, mayExist));
    const { text } = outcome.value;
    if (text === undefined) throw fail(tooLarge(doing, mayExist));
    const receivedAt = clock.now();
    log.debug(`${shown}: ${outcome.value.status} after ${receivedAt - began} ms`);
    return { ...outcome.value, text, receivedAt };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    const failure = judgeNetworkFailure(error, new URL(url).host);
    const mayHaveHappened = mayExist !== undefined && !failure.notSent;
    const next = mayHaveHappened ? mayExist : failure.advice.next;
    const message = `VoIPbin could not ${doing}: ${failure.advice.why} ${next}`;
    const told = new ApiError('network', message, { mayHaveHappened, lasting: failure.lasting });
    throw fail(told, ` (${error instanceof Error ? error.message : String(error)})`);
  }
}

function tooLarge(doing: string, mayExist: string | undefined): ApiError {
  const next = mayExist ?? 'Check the address of the profile in the setting voipbin.profiles.';
  const message = `VoIPbin was asked to ${doing}, but the answer is larger than ${maxBytes / 1024 / 1024} MB. ${next}`;
  return new ApiError('shape', message, { mayHaveHappened: mayExist !== undefined, lasting: true });
}
