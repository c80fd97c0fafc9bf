/** Which web pages may ask the sandbox: none but its own, and those that the user names. */
import type { IncomingHttpHeaders } from 'node:http';
import { type ApiError, denied } from '../api/apiError';

/** A page that is let in by `--allow-origin`; undefined when the text is not an origin. */
export function originOf(text: string): string | undefined {
  const [, origin] = /^([a-z][a-z\d+.-]*:\/\/[^/?#\s@*]+)\/?$/i.exec(text) ?? [];
  if (origin === undefined) return undefined;
  if (!/^https?:/i.test(origin)) return origin.toLowerCase();
  return URL.canParse(origin) ? new URL(origin).origin : undefined;
}

/**
 * Why a request is not answered; undefined when it is.
 *
 * A page whose name is made to lead to 127.0.0.1 has another host; a form or a script of another page has its origin. What is not a browser sends
 * no origin.
 */
export function refusePage(
  { host = '', origin }: IncomingHttpHeaders,
  allowed: readonly string[],
): ApiError | undefined {
  if (!ownHost.test(host))
    return denied('HOST_NOT_ALLOWED', 'The sandbox answers only to the names 127.0.0.1, localhost and [::1].');
  if (origin === undefined || isOwn(origin, host) || isAllowed(origin, allowed)) return undefined;
  return denied(
    'ORIGIN_NOT_ALLOWED',
    'Web pages of this origin may not use the sandbox. Start it with --allow-origin to allow them.',
  );
}

const ownHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

const isOwn = (origin: string, host: string) => originOf(origin) === originOf(`http://${host}`);

function isAllowed(origin: string, allowed: readonly string[]): boolean {
  const asked = originOf(origin);
  return asked !== undefined && allowed.includes(asked);
}

/** What VoIPbin answers to every page, here to those that are let in. Source: bin-api-manager/cmd/api-manager/main.go runListenHTTP. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Length',
};
const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST,GET,PUT,DELETE,PATCH,HEAD,OPTIONS',
  'access-control-allow-headers': 'Origin,X-Requested-With,Content-Type,Accept,Authorization',
  'access-control-max-age': String(12 * 60 * 60),
};

/** Answers a page that was let in as VoIPbin answers every page; other clients get the answer as it is. */
export async function answerPage(
  {
    method,
    headers: { origin, host = '' },
  }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
  answer: () => Promise<Response>,
): Promise<Response> {
  if (origin === undefined || isOwn(origin, host)) return await answer();
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers: preflightHeaders });
  const answered = await answer();
  const headers = new Headers(answered.headers);
  for (const [name, value] of Object.entries(corsHeaders)) headers.set(name, value);
  return new Response(answered.body, { status: answered.status, headers });
}
