const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The id by which a request is named in answers: the client's own, when it is harmless, or a new one.
 *
 * `random` gives numbers from 0 (included) to 1 (excluded). Source: bin-api-manager/lib/middleware/request_id.go.
 */
export function requestId(wished: string | null, random: () => number): string {
  if (wished !== null && /^[\w-]{1,64}$/.test(wished)) return wished;
  const letters = Array.from({ length: 26 }, () => alphabet[Math.floor(random() * alphabet.length)]);
  return `req_${letters.join('')}`;
}
