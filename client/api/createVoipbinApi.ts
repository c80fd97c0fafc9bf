import { ApiError } from './apiError';
import { type Clock, systemClock } from './clock';
import { authorizeSocket, type Credentials } from './credentials';
import type { Endpoint, RequestInput } from './endpoint';
import { operations } from './endpoints';
import { createMask } from './maskUrl';
import type { Asker } from './operation';
import { type Requester, request } from './request';
import type { ApiLog, FetchLike, HttpAnswer } from './send';
import { createSignIn } from './signIn';
import { createSubscribe, type NewSocket } from './subscribe';
import type { Operations, VoipbinApi } from './voipbinApi';

export interface ApiSettings {
  /** Such as `https://api.voipbin.net/v1.0`. */
  readonly baseUrl: string;
  /** Missing before signing in, and where none are asked for. */
  readonly credentials?: Credentials | undefined;
  readonly fetch: FetchLike;
  readonly clock?: Clock;
  /** Numbers from 0 (included) to 1 (excluded), for the pauses before repeats. */
  readonly random?: () => number;
  /** Asks for new credentials when a token is no longer accepted; once for each token. Undefined when the user declines. */
  readonly onUnauthorized?: (() => Promise<Credentials | undefined>) | undefined;
  readonly log: ApiLog;
  /** Opens a websocket; without it there are no events. */
  readonly newSocket?: NewSocket | undefined;
}

/** The API at one address with one sign-in. Nothing is sent until something is asked. */
export function createVoipbinApi(settings: ApiSettings): VoipbinApi {
  const { fetch, clock = systemClock, random = Math.random, log, newSocket } = settings;
  const baseUrl = settings.baseUrl.replace(/\/+$/, '');
  const mask = createMask();
  const signIn = createSignIn(settings.credentials, settings.onUnauthorized, mask);
  let offset = 0;

  const requester: Requester = {
    sender: { fetch, clock, log, mask },
    signIn,
    random,
    urlOf: (endpoint, input) => urlOf(baseUrl, endpoint, input),
    onAnswer: (answer) => {
      offset = offsetOf(answer) ?? offset;
    },
  };
  const asker: Asker = {
    ask: (endpoint, input) => request(requester, endpoint, input),
    // A new sign-in can be another user than before.
    askSignedOut: (endpoint, input) =>
      request({ ...requester, signIn: createSignIn(undefined, undefined, mask) }, endpoint, input),
    keepSecret: (secret) => mask.add(secret),
  };
  const functions = Object.entries(operations).map(([name, operation]) => [name, operation(asker)]);

  return {
    ...(Object.fromEntries(functions) as Operations),
    clockOffset: () => offset,
    subscribe:
      newSocket &&
      createSubscribe({
        newSocket,
        address: () => authorizeSocket(new URL(`${baseUrl}/ws`), signIn.current()),
        clock,
        random,
        log,
        mask,
      }),
  };
}

/** Signing in is not versioned: its address lies beside the version of the rest. */
function urlOf(baseUrl: string, { path, doing }: Endpoint<unknown>, { id, query }: RequestInput): URL {
  const base = path.startsWith('/auth/') ? baseUrl.replace(/\/v\d+(\.\d+)*$/, '') : baseUrl;
  // Anything else in the path could turn the request into another one.
  if (path.includes('{id}') && !/^[\w-]+$/.test(id ?? ''))
    throw new ApiError('invalid', `VoIPbin cannot ${doing}: \`${id ?? ''}\` is not an id. Check the id.`);
  const url = new URL(base + path.replace('{id}', id ?? ''));
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

/** Milliseconds from our clock to the server's, as its `Date` header tells in whole seconds. */
function offsetOf({ headers, receivedAt }: HttpAnswer): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date - receivedAt;
}
