import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { Readable } from 'node:stream';
import type { FetchLike } from '../api/send';

/** Statuses whose answers have no body, not even an empty one. */
const bodyless = new Set([204, 205, 304]);

/**
 * A `fetch` that trusts the given certificate authorities (PEM) and no others. Node's own cannot be told which to trust.
 *
 * Knows what the API client uses: method, headers as a record, a body of text, a signal. It follows no redirects and keeps no cookies.
 */
export function fetchWithCa(ca: string): FetchLike {
  return async (url, { method, headers, body, signal }) => {
    const outgoing = request(url, {
      method: method ?? 'GET',
      headers: headers as Record<string, string>,
      ca,
      // Said here because an environment variable can turn the default off.
      rejectUnauthorized: true,
      // A connection for each request: one that was kept may be dead, and then it is unknown whether a call was placed.
      agent: false,
      ...(signal ? { signal } : {}),
    });
    // Once the answer has begun, a broken connection shows there; here it would be an error without a listener.
    outgoing.on('error', () => undefined);
    const answered = once(outgoing, 'response');
    outgoing.end(typeof body === 'string' ? body : undefined);
    const [incoming] = (await answered) as [IncomingMessage];
    const status = incoming.statusCode ?? 0;
    const plain = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    if (bodyless.has(status)) {
      incoming.resume();
      return new Response(null, { status, headers: plain });
    }
    // Passed on as it comes: the reader decides how much is too much.
    return new Response(Readable.toWeb(incoming) as ReadableStream<Uint8Array>, { status, headers: plain });
  };
}
