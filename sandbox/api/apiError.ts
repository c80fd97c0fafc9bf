/** An answer that says why a request was not done. Sources: bin-api-manager/lib/apierror/envelope.go; server/error_translate.go. */
export class ApiError extends Error {
  constructor(
    readonly code: 400 | 401 | 402 | 403 | 404 | 409 | 413 | 429 | 500 | 501,
    readonly status: string,
    readonly reason: string,
    message: string,
    readonly details?: readonly Readonly<Record<string, unknown>>[],
    /** Seconds. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** The body, in the form that every error of the API has. */
  envelope(requestId: string): object {
    const { status, reason, message, details } = this;
    return { error: { status, reason, message, request_id: requestId, ...(details ? { details } : {}) } };
  }
}

export const invalid = (reason: string, message: string) => new ApiError(400, 'INVALID_ARGUMENT', reason, message);

export const invalidBody = () => invalid('INVALID_JSON_BODY', 'The body is not JSON of the expected form.');

/** `most` in bytes. VoIPbin's own limit is that of whatever stands before it. */
export const bodyTooLarge = (max: number) =>
  new ApiError(413, 'INVALID_ARGUMENT', 'BODY_TOO_LARGE', `The body is larger than ${max / 1024 / 1024} MB.`);

export const denied = (reason: string, message: string, details?: ApiError['details']) =>
  new ApiError(403, 'PERMISSION_DENIED', reason, message, details);

export const notPermitted = () => denied('PERMISSION_DENIED', 'This sign-in may not do that.');

export const unauthenticated = (reason: 'AUTHENTICATION_REQUIRED' | 'INVALID_CREDENTIALS', message: string) =>
  new ApiError(401, 'UNAUTHENTICATED', reason, message);

/** `reason` names the kind of resource, as `CALL_NOT_FOUND`. */
export const notFound = (reason = 'RESOURCE_NOT_FOUND') =>
  new ApiError(404, 'NOT_FOUND', reason, 'There is no such resource.');

/** VoIPbin has what is asked for, the local one does not; `why` is a sentence. */
export const notInSandbox = (why: string) => new ApiError(501, 'UNIMPLEMENTED', 'NOT_IN_SANDBOX', why);

/** No such path, or not with this method. Source: bin-api-manager/server/no_route.go NoRoute. */
export const routeNotFound = () =>
  new ApiError(404, 'NOT_FOUND', 'ROUTE_NOT_FOUND', 'The requested endpoint does not exist.');

export const stateInvalid = (message: string) => new ApiError(409, 'FAILED_PRECONDITION', 'STATE_INVALID', message);

export const noBalance = () =>
  new ApiError(402, 'PAYMENT_REQUIRED', 'INSUFFICIENT_BALANCE', 'The balance of the account is too low.');

/** All that the API says of a failure it has no type for. */
export const internal = () => new ApiError(500, 'INTERNAL', 'INTERNAL', 'An internal error occurred.');

/** What only the sandbox has: its file could not be written. */
export const notSaved = () =>
  new ApiError(500, 'INTERNAL', 'INTERNAL', 'The change could not be written to the state file. It is tried again.');

export const tooMany = (limitedBy: 'ip' | 'customer', retryAfter: number) =>
  new ApiError(
    429,
    'RESOURCE_EXHAUSTED',
    'RATE_LIMIT_EXCEEDED',
    'There are too many requests.',
    [{ limited_by: limitedBy }],
    retryAfter,
  );
