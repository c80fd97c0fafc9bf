import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { suite, test } from 'mocha';
import WebSocket from 'ws';
import { createSandbox, systemRandom, systemTimers } from '../../../sandbox';
import { serveSandbox } from '../../../sandbox/node/serve';
import { originOf, refusePage } from '../../../sandbox/node/webPages';

interface Served {
  readonly port: number;
  readonly key: string;
  readonly told: string[];
  ask(method: string, path: string, headers: IncomingHttpHeaders, body?: string): Promise<Answered>;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A sandbox on a port that is asked as a browser asks: with headers that `fetch` does not let one set. */
async function serving(use: (served: Served) => Promise<void>, allowOrigins: readonly string[] = []): Promise<void> {
  const sandbox = createSandbox({
    now: Date.now,
    newId: () => crypto.randomUUID(),
    random: systemRandom,
    timers: systemTimers,
    speed: 0,
  });
  const told: string[] = [];
  const served = await serveSandbox(sandbox, { port: 0, allowOrigins, tell: (line) => told.push(line) });
  const { port } = served;
  try {
    await use({
      port,
      told,
      key: sandbox.accessKey,
      async ask(method, path, headers, body) {
        const asked = request({ host: '127.0.0.1', port, method, path, headers });
        // What is refused before it was sent breaks off.
        asked.on('error', () => {});
        asked.end(body);
        const [answer] = (await once(asked, 'response')) as [IncomingMessage];
        return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
      },
    });
  } finally {
    sandbox.close();
    await served.close();
  }
}

const login = JSON.stringify({ username: 'admin@localhost', password: 'admin@localhost' });
const reasonOf = ({ body }: Answered) => JSON.parse(body).error?.reason;

/** What a websocket is answered with: 101, or the status that refuses it. */
async function socketStatus({ port, key }: Served, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1.0/ws?accesskey=${key}`, { headers });
  const status = await new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
  });
  socket.on('error', () => {});
  socket.terminate();
  return status;
}

suite('the sandbox and web pages', () => {
  test('a page whose name was made to lead here can neither sign in nor read', () =>
    serving(async (served) => {
      const { ask, port, key, told } = served;
      for (const host of [`evil.example:${port}`, 'evil.example', '127.0.0.1.evil.example', '0.0.0.0']) {
        const signIn = await ask('POST', '/auth/login', { host }, login);
        assert.deepEqual([signIn.status, signIn.headers['set-cookie']], [403, undefined], host);
        assert.equal(reasonOf(signIn), 'HOST_NOT_ALLOWED');
        assert.equal((await ask('GET', `/v1.0/flows?accesskey=${key}`, { host })).status, 403);
        assert.equal(await socketStatus(served, { host }), 403);
      }
      assert.match(told[0] ?? '', /^HOST_NOT_ALLOWED: host evil\.example:\d+/);
    }));

  test('is asked under every name of this machine, with and without a port', () =>
    serving(async (served) => {
      for (const host of ['127.0.0.1', 'localhost', '[::1]', `LOCALHOST:${served.port}`, '[::1]:1']) {
        assert.equal((await served.ask('GET', `/v1.0/flows?accesskey=${served.key}`, { host })).status, 200, host);
      }
    }));

  test('a form of another page plants nothing', () =>
    serving(async (served) => {
      const { ask, key, port } = served;
      for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', `https://127.0.0.1:${port}`, '']) {
        const headers = { host: `127.0.0.1:${port}`, origin, 'content-type': 'text/plain' };
        const planted = await ask('POST', `/v1.0/flows?accesskey=${key}`, headers, '{"name":"planted"}');
        assert.deepEqual([planted.status, reasonOf(planted)], [403, 'ORIGIN_NOT_ALLOWED'], origin);
        assert.equal(planted.headers['access-control-allow-origin'], undefined);
        assert.equal(await socketStatus(served, { origin }), 403, origin);
      }
      const flows = await ask('GET', `/v1.0/flows?accesskey=${key}`, {});
      assert.ok(!flows.body.includes('planted'));
    }));

  test('a page of its own, and what is not a page, is answered without CORS', () =>
    serving(async (served) => {
      const { ask, key, port } = served;
      const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
      for (const headers of [own, {}]) {
        const answer = await ask('GET', `/v1.0/flows?accesskey=${key}`, headers);
        assert.deepEqual([answer.status, answer.headers['access-control-allow-origin']], [200, undefined]);
      }
      assert.equal(await socketStatus(served, {}), 101);
    }));

  test('a page that is named is answered as VoIPbin answers all', () =>
    serving(
      async (served) => {
        const { ask, key } = served;
        const origin = 'http://localhost:3000';
        const before = await ask('OPTIONS', '/v1.0/flows', { origin, 'access-control-request-method': 'PUT' });
        assert.equal(before.status, 204);
        assert.equal(before.headers['access-control-allow-origin'], '*');
        assert.equal(before.headers['access-control-allow-methods'], 'POST,GET,PUT,DELETE,PATCH,HEAD,OPTIONS');
        assert.match(before.headers['access-control-allow-headers'] ?? '', /Content-Type.*Authorization/);
        assert.equal(before.headers['access-control-max-age'], '43200');
        const made = await ask('POST', `/v1.0/flows?accesskey=${key}`, { origin }, '{"name":"mine"}');
        assert.deepEqual([made.status, made.headers['access-control-allow-origin']], [200, '*']);
        assert.equal(JSON.parse(made.body).name, 'mine');
        // An answer that refuses can be read too, or nobody learns why.
        const refused = await ask('GET', '/v1.0/flows', { origin });
        assert.deepEqual([refused.status, refused.headers['access-control-allow-origin']], [401, '*']);
        assert.equal(await socketStatus(served, { origin }), 101);
        assert.equal((await ask('GET', '/v1.0/flows', { origin: 'http://localhost:3001' })).status, 403);
      },
      ['http://localhost:3000'],
    ));

  test('the cookie of a sign-in goes along with no request of another site, and no script reads it', () =>
    serving(async ({ ask }) => {
      const { headers } = await ask('POST', '/auth/login', {}, login);
      assert.match(headers['set-cookie']?.[0] ?? '', /^token=[\w.-]+; .*HttpOnly; .*SameSite=Strict$/);
    }));

  test('a body that is too large is refused, and the next request is answered', () =>
    serving(async ({ ask, key }) => {
      const large = await ask('POST', `/v1.0/flows?accesskey=${key}`, {}, ' '.repeat(11 * 1024 * 1024));
      assert.deepEqual([large.status, reasonOf(large)], [413, 'BODY_TOO_LARGE']);
      assert.equal((await ask('GET', `/v1.0/flows?accesskey=${key}`, {})).status, 200);
    }));

  test('an origin is read as browsers write it, and nothing else is taken for one', () => {
    assert.equal(originOf('HTTP://Localhost:80/'), 'http://localhost');
    assert.equal(originOf('https://app.example.com:8443'), 'https://app.example.com:8443');
    assert.equal(originOf('vscode-webview://ABC'), 'vscode-webview://abc');
    for (const text of [
      '*',
      'null',
      '',
      'localhost:3000',
      'http://',
      'http://a/b',
      'http://*',
      'http://a@b',
      'http://a:x',
    ])
      assert.equal(originOf(text), undefined, text);
    assert.ok(refusePage({ host: 'localhost', origin: 'null' }, ['null']));
    assert.ok(refusePage({}, []));
  });
});
