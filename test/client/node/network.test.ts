import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { suite, test } from 'mocha';
import { WebSocketServer } from 'ws';
import { createVoipbinApi } from '../../../client/api/createVoipbinApi';
import { fetchWithCa } from '../../../client/node/fetchWithCa';
import { newSocketWithCa, nodeNetwork } from '../../../client/node/network';
import type { Profile } from '../../../client/profiles/profile';
import { failureOf } from '../../support/apiUnderTest';
import { fakeClock } from '../../support/fakeClock';
import { type Behavior, type MisbehavingServer, misbehavingServer } from '../../support/misbehavingServer';

const folder = resolve(__dirname, '../../fixtures/tls');
const pem = (name: string) => readFileSync(resolve(folder, `${name}.pem`), 'utf8');
const tls = { key: pem('server-key'), cert: pem('server') };
const authority = pem('authority');
const log = { debug: () => {}, warn: () => {} };

function profile(origin: string, caFile?: string): Profile {
  return { name: 'mine', kind: 'selfHosted', baseUrl: `${origin}/v1.0`, origin, ...(caFile ? { caFile } : {}) };
}

async function withServer(
  behaviors: readonly Behavior[],
  run: (server: MisbehavingServer) => Promise<void>,
): Promise<void> {
  const server = await misbehavingServer(behaviors, tls);
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

async function apiAt(target: Profile) {
  return createVoipbinApi({ baseUrl: target.baseUrl, ...(await nodeNetwork(target)), clock: fakeClock(), log });
}

suite('a server with a certificate of its own', () => {
  test('is refused, once, and the text says what to do', () =>
    withServer([{ json: { id: 'u' } }], async ({ origin, received }) => {
      const error = await failureOf((await apiAt(profile(origin))).whoAmI());
      assert.equal(error.kind, 'network');
      assert.match(
        error.message,
        /the certificate authority of 127\.0\.0\.1:\d+ is unknown here\. Set caFile of the profile to .*, in the setting voipbin\.profiles\.$/,
      );
      assert.equal(error.lasting, true);
      assert.equal(received.length, 0);
    }));

  test('a call was certainly not placed there', () =>
    withServer([{}], async ({ origin }) => {
      const error = await failureOf((await apiAt(profile(origin))).createCall({ destinations: [] }));
      assert.equal(error.mayHaveHappened, false);
    }));

  test('is taken when the profile names its authority', () =>
    withServer([{ json: { id: 'u', name: 'Acme' } }], async ({ origin }) => {
      const api = await apiAt(profile(origin, resolve(folder, 'authority.pem')));
      assert.equal((await api.whoAmI()).name, 'Acme');
    }));

  test('another authority does not vouch for it', () =>
    withServer([{}], async ({ origin }) => {
      const { fetch } = await nodeNetwork(profile(origin, resolve(folder, 'server.pem')));
      const api = createVoipbinApi({ baseUrl: `${origin}/v1.0`, fetch, clock: fakeClock(), log });
      assert.equal((await failureOf(api.whoAmI())).kind, 'network');
    }));

  test('no variable of the environment turns that off', () =>
    withServer([{ json: { id: 'u' } }], async ({ origin, received }) => {
      const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      const warn = process.emitWarning;
      process.emitWarning = () => {};
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      try {
        await assert.rejects(fetchWithCa(pem('server'))(origin, {}));
      } finally {
        process.emitWarning = warn;
        if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
        else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
      }
      assert.equal(received.length, 0);
    }));
});

suite('fetchWithCa', () => {
  const fetch = fetchWithCa(authority);

  test('hands on method, headers and body, and gives status, headers and body', () =>
    withServer([{ status: 409, headers: { 'x-one': '1' }, text: 'grün' }], async ({ origin, received }) => {
      const answer = await fetch(`${origin}/x?y=1`, { method: 'PUT', headers: { 'x-two': '2' }, body: 'höhe' });
      assert.equal(answer.status, 409);
      assert.equal(answer.headers.get('x-one'), '1');
      assert.equal(await answer.text(), 'grün');
      assert.equal(received[0]?.method, 'PUT');
      assert.equal(received[0]?.url, '/x?y=1');
      assert.equal(received[0]?.headers['x-two'], '2');
      assert.equal(received[0]?.body, 'höhe');
    }));

  test('takes an answer without a body', () =>
    withServer([{ status: 204 }], async ({ origin }) => {
      assert.equal((await fetch(origin, {})).status, 204);
    }));

  test('follows no redirect', () =>
    withServer([{ status: 302, headers: { location: '/y' } }], async ({ origin, received }) => {
      assert.equal((await fetch(origin, {})).status, 302);
      assert.equal(received.length, 1);
    }));

  test('fails when the connection breaks, also in the middle of the answer', async () => {
    for (const behavior of ['drop', 'cutOff'] as const)
      await withServer([behavior], ({ origin }) =>
        assert.rejects(async () => (await fetch(origin, {})).text(), { code: 'ECONNRESET' }),
      );
  });

  test('hands on an answer before it is whole, so that one without end is not kept', () =>
    withServer([{ text: 'x'.repeat(300_000) }], async (server) => {
      const response = await fetch(`${server.origin}/`, {});
      const reader = response.body?.getReader();
      const { value } = (await reader?.read()) ?? {};
      assert.ok(value && value.byteLength < 300_000);
      await reader?.cancel();
    }));

  test('is cancelled', () =>
    withServer(['silent'], async (server) => {
      const controller = new AbortController();
      const failing = assert.rejects(fetch(server.origin, { signal: controller.signal }), { name: 'AbortError' });
      await server.whenReceived(1);
      controller.abort();
      await failing;
    }));
});

suite('the file of a certificate authority', () => {
  test('is missing', () =>
    assert.rejects(
      nodeNetwork(profile('https://voipbin.example', resolve(folder, 'nobody.pem'))),
      /^Error: The certificate authority of the profile "mine", .*nobody\.pem, cannot be read\. Check caFile/,
    ));

  test('holds none', () =>
    assert.rejects(
      nodeNetwork(profile('https://voipbin.example', resolve(folder, 'README.md'))),
      /contains no certificate in PEM form/,
    ));
});

suite('events over a websocket', () => {
  async function withSockets(run: (origin: string, server: WebSocketServer) => Promise<void>): Promise<void> {
    const https = createServer(tls);
    const server = new WebSocketServer({ server: https });
    https.listen(0, '127.0.0.1');
    await once(https, 'listening');
    try {
      await run(`https://127.0.0.1:${(https.address() as AddressInfo).port}`, server);
    } finally {
      for (const client of server.clients) client.terminate();
      server.close();
      https.close();
      await once(https, 'close');
    }
  }

  test('come from a server that the profile’s authority vouches for', () =>
    withSockets(async (origin, server) => {
      const api = createVoipbinApi({
        baseUrl: `${origin}/v1.0`,
        credentials: { kind: 'accesskey', origin, key: 'vb_1' },
        fetch,
        newSocket: newSocketWithCa(authority),
        clock: fakeClock(),
        log,
      });
      const asked = new Promise<string>((told) =>
        server.on('connection', (socket, request) =>
          socket.on('message', (text) => {
            told(`${request.url} ${text}`);
            socket.send(JSON.stringify({ id: 'c', status: 'ringing', direction: 'outgoing' }));
          }),
        ),
      );
      await new Promise<void>((told) => {
        const subscription = api.subscribe?.({ topics: ['customer_id:u:call'] }, () => {
          subscription?.close();
          told();
        });
      });
      assert.equal(await asked, '/v1.0/ws?accesskey=vb_1 {"type":"subscribe","topics":["customer_id:u:call"]}');
    }));

  test('closing while the connection is being made is no error', () =>
    withSockets(async (origin) => {
      const clock = fakeClock();
      const settings = { baseUrl: `${origin}/v1.0`, fetch, newSocket: newSocketWithCa(authority), clock, log };
      createVoipbinApi(settings)
        .subscribe?.({ topics: [] }, () => {})
        ?.close();
      await new Promise(setImmediate);
      assert.deepEqual(clock.pending(), []);
    }));

  test('a server without a known certificate is tried again later', () =>
    withSockets(async (origin, server) => {
      const clock = fakeClock();
      const settings = { baseUrl: `${origin}/v1.0`, fetch, newSocket: newSocketWithCa(undefined), clock, log };
      const api = createVoipbinApi({ ...settings, random: () => 0 });
      const subscription = api.subscribe?.({ topics: [] }, () => {});
      await clock.whenPending(500);
      assert.equal(server.clients.size, 0);
      subscription?.close();
    }));
});
