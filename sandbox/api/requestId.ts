import { createSecret } from '../resources/secrets';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The id by which a request is named in answers: the client's own, when it is harmless, or a new one.
 *
 * `random` gives numbers from 0 (included) to 1 (excluded). Source: bin-api-manager/lib/middleware/request_id.go.
 */
export function requestId(wanted: string | null, random: () => number): string {
  if (wanted !== null && /^[\w-]{1,64}$/.test(wanted)) return wanted;
  return `req_${createSecret(26, random, alphabet)}`;
}
