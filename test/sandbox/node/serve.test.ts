import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { suite, test } from 'mocha';
import WebSocket from 'ws';
import { createSandbox, type Sandbox, systemRandom, systemTimers } from '../../../sandbox';
import { type Served, type ServeOptions, serveSandbox } from '../../../sandbox/node/serve';
import { ana, pathOf, someNumber } from '../openSandbox';

interface Serving {
  readonly sandbox: Sandbox;
  readonly served: Served;
  readonly origin: string;
  /** A request with the access key; a path such as `/calls`. */
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** The end of a call, as soon as it has come. */
  ended(id: string): Promise<void>;
}

/** A sandbox on a port, as fast as possible; it is closed whatever happens. */
async function serving(use: (serving: Serving) => Promise<void>, options: Partial<ServeOptions> = {}): Promise<void> {
  const sandbox = createSandbox({
    now: Date.now,
    newId: () => crypto.randomUUID(),
    random: systemRandom,
    timers: systemTimers,
    speed: 0,
    autoAnswer: { after: 1000, talksFor: 1000 },
  });
  const over = new Set<string>();
  const waiting = new Map<string, () => void>();
  sandbox.phone.subscribe((event) => {
    if (event.type !== 'leg' || !event.leg.ended) return;
    over.add(event.leg.id);
    waiting.get(event.leg.id)?.();
  });
  const served = await serveSandbox(sandbox, { port: 0, ...options });
  const origin = `http://127.0.0.1:${served.port}`;
  try {
    await use({
      sandbox,
      served,
      origin,
      ask: (method, path, body) =>
        fetch(`${origin}/v1.0${path}?accesskey=${sandbox.accessKey}`, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ended: (id) => new Promise((resolve) => (over.has(id) ? resolve() : waiting.set(id, resolve))),
    });
  } finally {
    sandbox.close();
    await served.close();
  }
}

function openSocket({ served, sandbox }: Serving, query = `accesskey=${sandbox.accessKey}`): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${served.port}/v1.0/ws?${query}`);
}

/** Messages until one fulfils the condition. */
async function messagesUntil(
  socket: WebSocket,
  isLast: (message: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>[]> {
  const messages: Record<string, unknown>[] = [];
  return new Promise((resolve, reject) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      messages.push(message);
      if (isLast(message)) resolve(messages);
    });
    socket.on('close', () => reject(new Error('closed')));
  });
}

const menu = [
  { type: 'talk', option: { text: 'Hello', language: 'en-US' } },
  { type: 'sleep', option: { duration: 30_000 } },
  { type: 'hangup' },
];

suite('serveSandbox', () => {
  test('answers plain requests over HTTP', () =>
    serving(async ({ origin, ask, ended }) => {
      const login = await fetch(`${origin}/auth/login`, {
        method: 'POST',
        body: JSON.stringify({ username: 'admin@localhost', password: 'admin@localhost' }),
      });
      const { token } = await login.json();
      assert.equal(login.headers.get('set-cookie')?.startsWith(`token=${token};`), true);
      const headers = { authorization: `Bearer ${token}` };
      assert.equal((await fetch(`${origin}/v1.0/numbers?page_size=1`, { headers })).status, 200);
      assert.equal((await fetch(`${origin}/v1.0/numbers`)).status, 401);
      assert.equal((await fetch(`${origin}/auth/login`, { method: 'POST', body: '{' })).status, 400);

      const placed = await ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: menu });
      const [{ id, activeflow_id }] = (await placed.json()).calls;
      await ended(id);
      const call = await (await ask('GET', `/calls/${id}`)).json();
      assert.deepEqual([call.status, call.hangup_by, call.hangup_reason], ['hangup', 'local', 'normal']);
      assert.equal(pathOf(await (await ask('GET', `/activeflows/${activeflow_id}`)).json()), 'talk sleep hangup');
    }));

  test('tells the same time in its headers as in its resources', () =>
    serving(async ({ ask, ended }) => {
      const placed = await ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: menu });
      const [{ id }] = (await placed.json()).calls;
      await ended(id);
      const answer = await ask('GET', `/calls/${id}`);
      const { tm_hangup } = await answer.json();
      // Headers have whole seconds.
      assert.ok(Date.parse(answer.headers.get('date') ?? '') + 1000 > Date.parse(tm_hangup));
    }));

  test('limits how fast a client may ask', () =>
    serving(async ({ ask }) => {
      const answers = await Promise.all(Array.from({ length: 60 }, () => ask('GET', '/flows')));
      const refused = answers.filter(({ status }) => status === 429);
      assert.ok(refused.length > 0);
      assert.equal(refused[0]?.headers.get('retry-after'), '1');
    }));

  test('brings events to two clients at once, each what it wants', () =>
    serving(async (serving) => {
      const { sandbox, ask } = serving;
      const [calls, flows] = [openSocket(serving), openSocket(serving)];
      await Promise.all([once(calls, 'open'), once(flows, 'open')]);
      const topic = (kind: string) => `customer_id:${sandbox.customerId}:${kind}`;
      calls.send(JSON.stringify({ type: 'subscribe', topics: [topic('call')] }));
      flows.send(JSON.stringify({ type: 'subscribe', topics: [topic('activeflow')] }));
      // There is no acknowledgement, but a pong comes after what was sent before the ping.
      for (const socket of [calls, flows]) {
        socket.ping();
        await once(socket, 'pong');
      }
      const ofCalls = messagesUntil(calls, ({ status }) => status === 'hangup');
      const ofFlows = messagesUntil(flows, ({ status }) => status === 'ended');
      await ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: menu });
      const statuses = (await ofCalls).map(({ status }) => status);
      assert.deepEqual([...new Set(statuses)], ['dialing', 'ringing', 'progressing', 'terminating', 'hangup']);
      assert.ok((await ofCalls).every((message) => 'direction' in message));
      assert.ok((await ofFlows).every((message) => 'current_action' in message));
      calls.close();
      flows.close();
    }));

  test('two clients place calls at once and see both', () =>
    serving(async ({ ask, ended }) => {
      const place = async (target: string) => {
        const body = { source: someNumber, destinations: [{ type: 'tel', target }], actions: menu };
        return (await (await ask('POST', '/calls', body)).json()).calls[0].id as string;
      };
      const ids = await Promise.all([place('+15550101011'), place('+15550101012')]);
      await Promise.all(ids.map(ended));
      const { result } = await (await ask('GET', '/calls')).json();
      assert.deepEqual(new Set(result.map(({ id }: { id: string }) => id)), new Set(ids));
      assert.deepEqual(new Set(result.map(({ status }: { status: string }) => status)), new Set(['hangup']));
    }));

  test('refuses a websocket to whoever may not have one, with the envelope', () =>
    serving(async (serving) => {
      const socket = openSocket(serving, 'accesskey=no');
      const [, answer] = await once(socket, 'unexpected-response');
      assert.equal(answer.statusCode, 401);
      let text = '';
      for await (const part of answer) text += part;
      assert.equal(JSON.parse(text).error.reason, 'INVALID_CREDENTIALS');
    }));

  test('closes a websocket at a topic that is not allowed', () =>
    serving(async (serving) => {
      const socket = openSocket(serving);
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'subscribe', topics: ['everything'] }));
      await once(socket, 'close');
    }));

  test('outlives clients that speak no HTTP, break off, or send too much', () =>
    serving(async (serving) => {
      const { served, ask } = serving;
      const raw = connect(served.port, '127.0.0.1');
      await once(raw, 'connect');
      raw.end('GET /v1.0/ws HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: tea\r\n\r\n');
      raw.resume();
      await once(raw, 'close');
      const large = openSocket(serving);
      await once(large, 'open');
      large.send('x'.repeat(65 * 1024));
      await once(large, 'close');
      const gone = openSocket(serving);
      await once(gone, 'open');
      gone.terminate();
      await once(gone, 'close');
      assert.equal((await ask('GET', '/flows')).status, 200);
    }));

  test('answers a request that changes something when the change is kept', () => {
    let isKept = false;
    const kept = async () => {
      await new Promise(setImmediate);
      isKept = true;
    };
    return serving(
      async ({ ask }) => {
        await ask('GET', '/flows');
        assert.equal(isKept, false);
        await ask('POST', '/flows', {});
        assert.equal(isKept, true);
      },
      { kept },
    );
  });

  test('says when the port cannot be had', () =>
    serving(async ({ sandbox, served }) => {
      await assert.rejects(serveSandbox(sandbox, { port: served.port }), { code: 'EADDRINUSE' });
    }));
});
