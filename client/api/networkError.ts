import type { Advice } from './advice';
import { ApiError } from './apiError';
import type { Stopped } from './withDeadline';

/** How a request failed that got no whole answer. */
export interface NetworkFailure {
  /** The request cannot have reached VoIPbin. */
  readonly notSent: boolean;
  /** Repeating it without a change elsewhere gives the same. */
  readonly lasting: boolean;
  readonly advice: Advice;
}

const certificateCodes = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
]);

const datedCodes = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const unreachableCodes = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'UND_ERR_CONNECT_TIMEOUT']);

/** What went wrong on the way, judged by the code of the system's error. `host` is name and port. */
export function judgeNetworkFailure(error: unknown, host: string): NetworkFailure {
  const code = codeOf(error);
  const of = (why: string, next: string, notSent = true, lasting = false) => ({
    notSent,
    lasting,
    advice: { why, next },
  });
  if (code === 'ECONNREFUSED')
    return of(`nothing answers at ${host}.`, 'Check that the server runs, and the address of the profile.');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return of(`${host} was not found.`, 'Check the network connection and the address of the profile.');
  if (unreachableCodes.has(code)) return of(`${host} cannot be reached.`, 'Check the network connection.');
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return of(
      `the certificate of ${host} is for another name.`,
      'Use the name in the certificate as the address of the profile.',
      true,
      true,
    );
  if (datedCodes.has(code))
    return of(
      `the certificate of ${host} is not valid today.`,
      'Check the clock of this computer. If it is right, the server needs a new certificate.',
      true,
      true,
    );
  if (certificateCodes.has(code))
    return of(
      `the certificate authority of ${host} is unknown here.`,
      'Set caFile of the profile to the file with its certificate authority, in the setting voipbin.profiles.',
      true,
      true,
    );
  return of(`the connection to ${host} was lost.`, 'Check the network connection and try again.', false);
}

/** The error for a request that was not waited for. */
export function stoppedError(
  stopped: Stopped,
  doing: string,
  timeoutMs: number,
  mayExist: string | undefined,
): ApiError {
  const mayHaveHappened = mayExist !== undefined;
  if (stopped === 'cancelled') {
    const next = mayExist ?? 'Start it again when you need it.';
    return new ApiError('cancelled', `It was cancelled to ${doing}. ${next}`, { mayHaveHappened });
  }
  const next = mayExist ?? 'Check the network connection and try again.';
  const seconds = Math.round(timeoutMs / 100) / 10;
  return new ApiError(
    'timeout',
    `VoIPbin could not ${doing}: it did not answer within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. ${next}`,
    { mayHaveHappened },
  );
}

/** The code lies in the causes: fetch hides the system's error in its own, and that one may stand for several attempts. */
function codeOf(error: unknown): string {
  let inner = error;
  for (let depth = 0; depth < 6 && typeof inner === 'object' && inner !== null; depth++) {
    const { code, cause, errors } = inner as { code?: unknown; cause?: unknown; errors?: unknown };
    if (typeof code === 'string') return code;
    inner = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return '';
}
