import { createVoipbinApi } from '../../client/api/createVoipbinApi';
import type { NewSocket } from '../../client/api/subscribe';
import type { VoipbinApi } from '../../client/api/voipbinApi';
import { type FakeClock, fakeClock } from './fakeClock';

/** What a handler answers: the body of a 200, or a whole answer. */
export type Handler = (request: string, body: unknown) => unknown;

export interface InProcess {
  readonly api: VoipbinApi;
  readonly clock: FakeClock;
  /** Such as `GET /calls/c`, without the query. */
  readonly asked: readonly string[];
}

/** The API over a handler in this process, without a port. A handler that throws is a network that fails. */
export function apiInProcess(handler: Handler, newSocket?: NewSocket): InProcess {
  const clock = fakeClock();
  const asked: string[] = [];
  const api = createVoipbinApi({
    baseUrl: 'https://voipbin.invalid/v1.0',
    credentials: { kind: 'token', origin: 'https://voipbin.invalid', token: 'tok' },
    async fetch(url, { method, body }) {
      const request = `${method} ${new URL(url).pathname.replace('/v1.0', '')}`;
      asked.push(request);
      const answer = handler(request, typeof body === 'string' ? JSON.parse(body) : undefined);
      if (answer instanceof Promise) return answer;
      return answer instanceof Response ? answer : Response.json(answer);
    },
    clock,
    random: () => 0,
    log: { debug: () => {}, warn: () => {} },
    newSocket,
  });
  return { api, clock, asked };
}
