import { ApiError } from './apiError';

/** What proves who asks. It belongs to the origin it was entered for, such as `https://api.voipbin.net`. */
export type Credentials =
  | { readonly kind: 'token'; readonly origin: string; readonly token: string }
  | { readonly kind: 'accesskey'; readonly origin: string; readonly key: string };

export function secretOf(credentials: Credentials): string {
  return credentials.kind === 'token' ? credentials.token : credentials.key;
}

/**
 * Address and headers of a request that carries the credentials.
 *
 * An access key has no header: VoIPbin takes `Authorization: Bearer` for a token. Source: bin-api-manager/lib/middleware/authenticate.go.
 * For any other origin than theirs it throws, before anything is sent.
 */
export function authorize(
  url: URL,
  credentials: Credentials | undefined,
): { readonly url: string; readonly headers: Readonly<Record<string, string>> } {
  if (!credentials) return { url: url.href, headers: {} };
  assertOrigin(url, credentials);
  if (credentials.kind === 'token') return { url: url.href, headers: { authorization: `Bearer ${credentials.token}` } };
  return { url: withQuery(url, 'accesskey', credentials.key), headers: {} };
}

/** The address of the event stream; there both kinds of credentials stand in the query, because browsers give a websocket no headers. */
export function authorizeSocket(url: URL, credentials: Credentials | undefined): string {
  const socket = new URL(url);
  socket.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  if (!credentials) return socket.href;
  assertOrigin(url, credentials);
  return withQuery(socket, credentials.kind, secretOf(credentials));
}

function assertOrigin(url: URL, { origin }: Credentials): void {
  if (url.origin === origin) return;
  throw new ApiError(
    'unauthorized',
    `The sign-in belongs to ${origin} and is not sent to ${url.origin}. Run VoIPbin: Sign In for ${url.origin}.`,
  );
}

function withQuery(url: URL, name: string, value: string): string {
  const target = new URL(url);
  target.searchParams.set(name, value);
  return target.href;
}
