import { type Advice, adviceFor } from './advice';
import { ApiError, type ApiErrorKind } from './apiError';
import { readJson } from './readJson';
import type { HttpAnswer } from './send';

/** What is said about a request that was answered with a failure. */
export interface Attempt {
  /** Completes "VoIPbin could not …". */
  readonly doing: string;
  /** What its failing means at this place, by HTTP status; an answer with a reason of its own goes first. */
  readonly advice?: Readonly<Record<number, Advice & { readonly kind?: ApiErrorKind }>>;
  /** A sentence for the case that it may or may not have been done; missing for reads, which may just be repeated. */
  readonly mayExist?: string;
}

/**
 * The error for an answer whose status is not 2xx.
 *
 * Source of the envelope `{error: {status, reason, message, request_id, details}}`: bin-api-manager/lib/apierror/envelope.go. A body that is
 * none (proxies; the sign-in, which answers 400 and nothing) is told by its status.
 */
export function answerError(attempt: Attempt, answer: HttpAnswer, mask: (text: string) => string): ApiError {
  const { reason, message, requestId } = readEnvelope(answer.text);
  const retryAfter = readRetryAfter(answer);
  const special = reason === undefined || reason === 'INTERNAL' ? attempt.advice?.[answer.status] : undefined;
  const { why, next } = special ?? adviceFor(answer.status, reason);
  const said = mask(sentence(message));
  const wait = retryAfter === undefined ? 'a minute' : `${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}`;
  // What a gateway or a time-out within VoIPbin cut off may have gone on behind it.
  const cutOff = answer.status === 502 || answer.status === 504 || reason === 'REQUEST_TIMEOUT';
  const mayHaveHappened = cutOff && attempt.mayExist !== undefined;
  const text = `VoIPbin could not ${attempt.doing}: ${why} ${mayHaveHappened ? attempt.mayExist : next}`
    .replace('{message}', () => said)
    .replace('{wait}', wait);
  const kind = special?.kind ?? kindOf(answer.status);
  return new ApiError(kind, text, { status: answer.status, reason, requestId, retryAfter, mayHaveHappened });
}

function readEnvelope(text: string): { reason?: string; message?: string; requestId?: string } {
  let body: unknown;
  try {
    body = readJson(text);
  } catch {
    // A proxy's page, or nothing: the status has to do.
    return {};
  }
  const { reason, message, request_id: requestId } = objectIn(objectIn(body).error);
  return {
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof message === 'string' ? { message } : {}),
    ...(typeof requestId === 'string' ? { requestId: requestId.slice(0, 100) } : {}),
  };
}

function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** More than that is nothing to wait for. In seconds. */
const maxRetry = 24 * 60 * 60;

/** Seconds, at most a day, from a number of seconds or from a date. */
function readRetryAfter({ headers, receivedAt }: HttpAnswer): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(maxRetry, Math.ceil(Number(value)));
  const date = Date.parse(value);
  if (Number.isNaN(date)) return undefined;
  return Math.min(maxRetry, Math.max(0, Math.ceil((date - receivedAt) / 1000)));
}

const maxLength = 300;

function sentence(message = ''): string {
  const line = message.replace(/\s+/g, ' ').trim();
  if (line === '') return 'it does not say why.';
  const short = line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}

function kindOf(status: number): ApiErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 402) return 'payment';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rateLimited';
  return status >= 400 && status < 500 ? 'invalid' : 'server';
}
