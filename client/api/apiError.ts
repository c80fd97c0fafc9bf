export type ApiErrorKind =
  | 'network'
  | 'timeout'
  | 'cancelled'
  | 'unauthorized'
  | 'payment'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'rateLimited'
  | 'invalid'
  | 'server'
  | 'shape';

export interface ApiErrorDetails {
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** VoIPbin's own word for it, such as `INSUFFICIENT_BALANCE`. */
  readonly reason?: string | undefined;
  /** What VoIPbin's support can find the request by. */
  readonly requestId?: string | undefined;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter?: number | undefined;
  /** The request may have been carried out although it failed here: look before it is sent again. */
  readonly mayHaveHappened?: boolean;
  /** It stays so until a person changes something, so the request is not repeated. */
  readonly lasting?: boolean;
}

/** The one error of the API client. Its message is for users: what failed, why, and what to do next; it never holds a secret. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly mayHaveHappened: boolean;
  readonly lasting: boolean;

  constructor(kind: ApiErrorKind, message: string, details: ApiErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.status = details.status;
    this.reason = details.reason;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
    this.mayHaveHappened = details.mayHaveHappened ?? false;
    this.lasting = details.lasting ?? false;
  }
}

/** Whether asking again can help: the network or the server stumbles, or the server wants to be left alone for a while. */
export function isPassing({ kind, lasting, status }: ApiError): boolean {
  if (lasting) return false;
  return (
    kind === 'network' || kind === 'timeout' || kind === 'rateLimited' || (kind === 'server' && (status ?? 0) >= 500)
  );
}
