/** Why a request failed, and what to do next: two sentences, the first beginning in lower case because it follows a colon. */
export interface Advice {
  readonly why: string;
  readonly next: string;
}

/** What VoIPbin's reasons mean. `{message}` stands for what the server said. Source: bin-api-manager/server/error_translate.go. */
const reasons = {
  INVALID_JSON_BODY: {
    why: 'a value in the request has another type than VoIPbin expects.',
    next: 'Check the name, the addresses and the variables in the file.',
  },
  INVALID_ID: { why: 'the id is not a UUID.', next: 'Check the id.' },
  INVALID_ARGUMENT: { why: 'VoIPbin refused a value: {message}', next: 'Correct it and try again.' },
  INVALID_ACTION_TYPE: {
    why: '{message}',
    next: 'Correct the type where the Problems panel shows it.',
  },
  INVALID_ANONYMOUS_VALUE: {
    why: 'VoIPbin does not know the value of `anonymous`.',
    next: 'Choose one that completion offers.',
  },
  INVALID_VARIABLES: {
    why: 'VoIPbin refused the variables: {message}',
    next: 'Check the names and values under `variables`.',
  },
  AUTHENTICATION_REQUIRED: { why: 'you are not signed in.', next: 'Run VoIPbin: Sign In.' },
  INVALID_CREDENTIALS: {
    why: 'VoIPbin does not accept the sign-in: it has expired or was withdrawn.',
    next: 'Run VoIPbin: Sign In.',
  },
  ACCOUNT_FROZEN: {
    why: 'the account is frozen.',
    next: 'Ask the manager of the account to unfreeze it, then try again.',
  },
  INSUFFICIENT_BALANCE: { why: 'the balance of the account is too low.', next: 'Add credit, then try again.' },
  PERMISSION_DENIED: {
    why: 'the signed-in user may not do that.',
    next: 'Sign in as an agent who is admin or manager of the customer, or with an access key.',
  },
  IDENTITY_VERIFICATION_REQUIRED: {
    why: 'VoIPbin lets only customers with a verified identity call telephone numbers.',
    next: 'Verify your identity, or call an extension.',
  },
  DIRECT_ACCESS_NOT_SUPPORTED: {
    why: 'the sign-in of a direct link cannot do that.',
    next: 'Sign in as an agent or with an access key.',
  },
  RESOURCE_NOT_FOUND: {
    why: 'this account has no such id, or it was deleted.',
    next: 'Check the id and the current profile.',
  },
  STATE_INVALID: {
    why: 'its state does not allow it: {message}',
    next: 'Check its state before you try again.',
  },
  RATE_LIMIT_EXCEEDED: {
    why: 'VoIPbin accepts no more requests at the moment.',
    next: 'Wait {wait}, then try again.',
  },
  SERVICE_UNAVAILABLE: { why: 'a part of VoIPbin is out of service.', next: 'Try again in {wait}.' },
  REQUEST_TIMEOUT: { why: 'a part of VoIPbin did not answer in time.', next: 'Try again in {wait}.' },
} satisfies Record<string, Advice>;

const adviceByReason: ReadonlyMap<string, Advice> = new Map(Object.entries(reasons));

/** For answers without a reason that is known. */
const adviceByStatus: Readonly<Record<number, Advice>> = {
  400: {
    why: 'VoIPbin refused the request: {message}',
    next: 'Check what was asked for, and run VoIPbin: Show Log for the request.',
  },
  401: reasons.INVALID_CREDENTIALS,
  402: reasons.INSUFFICIENT_BALANCE,
  403: reasons.PERMISSION_DENIED,
  404: reasons.RESOURCE_NOT_FOUND,
  409: reasons.STATE_INVALID,
  429: reasons.RATE_LIMIT_EXCEEDED,
  503: reasons.SERVICE_UNAVAILABLE,
};

const serverFailed: Advice = {
  why: 'VoIPbin had an internal error: {message}',
  next: 'Try again in {wait}. If it happens again, send the request id from VoIPbin: Show Log to VoIPbin’s support.',
};

const notVoipbin: Advice = {
  why: 'the answer did not come from VoIPbin.',
  next: 'Check the address of the profile in the setting voipbin.profiles.',
};

const redirected: Advice = {
  why: 'the server redirects to another address, and a sign-in is not sent there.',
  next: 'Enter the final address in the setting voipbin.profiles.',
};

/** Advice for an answer that was not good; the reason counts for more than the status. */
export function adviceFor(status: number, reason: string | undefined): Advice {
  const known = reason === undefined ? undefined : adviceByReason.get(reason);
  if (known) return known;
  // Browsers show a redirect that is not followed as status 0.
  if (status === 0 || (status >= 300 && status < 400)) return redirected;
  return adviceByStatus[status] ?? (status >= 500 ? serverFailed : notVoipbin);
}
