import { ApiError } from './apiError';
import { type Clock, systemClock } from './clock';
import { authorizeSocket, type Credentials } from './credentials';
import type { Endpoint, RequestInput, RequestOptions } from './endpoint';
import { endpoints } from './endpoints';
import { createMask } from './maskUrl';
import { type Requester, request } from './request';
import type { Answer, ApiLog, FetchLike } from './send';
import { createSignIn } from './signIn';
import { createSubscribe, type NewSocket } from './subscribe';
import type { ListPage, Page, PageOptions, VoipbinApi } from './voipbinApi';

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
  readonly onUnauthorized?: () => Promise<Credentials | undefined>;
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
    addressOf: (endpoint, input) => addressOf(baseUrl, endpoint, input),
    onAnswer: (answer) => {
      offset = offsetOf(answer) ?? offset;
    },
  };
  const ask = <T>(endpoint: Endpoint<T>, input?: RequestInput) => request(requester, endpoint, input);
  const withId =
    <T>(endpoint: Endpoint<T>) =>
    (id: string, options?: RequestOptions) =>
      ask(endpoint, { ...options, id });
  const withBody =
    <T, B>(endpoint: Endpoint<T>) =>
    (body: B, options?: RequestOptions) =>
      ask(endpoint, { ...options, body });
  const pageOf =
    <T>(endpoint: Endpoint<Page<T>>): ListPage<T> =>
    ({ pageSize = 100, pageToken, ...options }: PageOptions = {}) => {
      const query = { page_size: String(pageSize), ...(pageToken ? { page_token: pageToken } : {}) };
      return ask(endpoint, { ...options, query });
    };

  return {
    baseUrl,
    clockOffset: () => offset,

    async login(username, password, options) {
      mask.add(password);
      // Whoever signs in anew is not who was signed in before.
      const anonymous: Requester = { ...requester, signIn: createSignIn(undefined, undefined, mask) };
      const login = await request(anonymous, endpoints.login, { ...options, body: { username, password } });
      mask.add(login.token);
      return login;
    },
    whoAmI: (options) => ask(endpoints.whoAmI, options),

    listAccesskeys: pageOf(endpoints.listAccesskeys),
    async createAccesskey(body, options) {
      const made = await ask(endpoints.createAccesskey, { ...options, body });
      if (made.token) mask.add(made.token);
      return made;
    },
    async deleteAccesskey(id, options) {
      await withId(endpoints.deleteAccesskey)(id, options);
    },

    createCall: withBody(endpoints.createCall),
    getCall: withId(endpoints.getCall),
    listCalls: pageOf(endpoints.listCalls),
    hangupCall: withId(endpoints.hangupCall),
    getGroupcall: withId(endpoints.getGroupcall),
    hangupGroupcall: withId(endpoints.hangupGroupcall),

    listFlows: pageOf(endpoints.listFlows),
    getFlow: withId(endpoints.getFlow),
    createFlow: withBody(endpoints.createFlow),
    updateFlow: (id, body, options) => ask(endpoints.updateFlow, { ...options, id, body }),
    async deleteFlow(id, options) {
      await withId(endpoints.deleteFlow)(id, options);
    },

    createActiveflow: withBody(endpoints.createActiveflow),
    getActiveflow: withId(endpoints.getActiveflow),
    listActiveflows: pageOf(endpoints.listActiveflows),
    stopActiveflow: withId(endpoints.stopActiveflow),

    listNumbers: pageOf(endpoints.listNumbers),
    listQueues: pageOf(endpoints.listQueues),
    listConferences: pageOf(endpoints.listConferences),
    listAis: pageOf(endpoints.listAis),
    listTeams: pageOf(endpoints.listTeams),
    listAgents: pageOf(endpoints.listAgents),
    listExtensions: pageOf(endpoints.listExtensions),
    listConversations: pageOf(endpoints.listConversations),
    listRecordings: pageOf(endpoints.listRecordings),

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
function addressOf(baseUrl: string, { path, doing }: Endpoint<unknown>, { id, query }: RequestInput): URL {
  const base = path.startsWith('/auth/') ? baseUrl.replace(/\/v\d+(\.\d+)*$/, '') : baseUrl;
  // Anything else in the path could turn the request into another one.
  if (path.includes('{id}') && !/^[\w-]+$/.test(id ?? ''))
    throw new ApiError('invalid', `VoIPbin cannot ${doing}: \`${id ?? ''}\` is no id. Check where it comes from.`);
  const url = new URL(base + path.replace('{id}', id ?? ''));
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

/** Milliseconds from our clock to the server's, as its `Date` header tells in whole seconds. */
function offsetOf({ headers, receivedAt }: Answer): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date - receivedAt;
}
