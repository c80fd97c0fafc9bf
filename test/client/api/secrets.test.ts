import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { suite, test } from 'mocha';
import { ApiError } from '../../../client/api/apiError';
import { createVoipbinApi } from '../../../client/api/createVoipbinApi';
import type { Credentials } from '../../../client/api/credentials';
import type { VoipbinApi } from '../../../client/api/voipbinApi';
import { failureOf, withApi } from '../../support/apiUnderTest';
import { type Behavior, envelope, misbehavingServer, type Received } from '../../support/misbehavingServer';

const secret = 'vb_s3cr3t+w/rd "&" ümlaut';
const forms = [secret, 's3cr3t', encodeURIComponent(secret), new URLSearchParams({ secret }).toString().slice(7)];

/** Ways to fail, some of which repeat what they were sent. */
const failures: readonly (Behavior | ((request: Received) => Behavior))[] = [
  { status: 401, json: envelope('INVALID_CREDENTIALS', `no such key: ${secret}`) },
  { status: 400, json: envelope('INVALID_ARGUMENT', `cannot read ?accesskey=${encodeURIComponent(secret)}`) },
  { status: 400, text: secret },
  { status: 500, json: envelope('INTERNAL', `token ${secret}`) },
  { status: 503, json: envelope('REQUEST_TIMEOUT') },
  { status: 302, headers: { location: `https://elsewhere.example/?accesskey=${encodeURIComponent(secret)}` } },
  ({ url, body, headers }) => ({
    status: 409,
    json: envelope('STATE_INVALID', [url, body, headers.authorization].join()),
  }),
  { json: { id: 5, token: [secret], result: secret, calls: secret } },
  { text: secret },
  'drop',
  'cutOff',
];

const ways: Readonly<Record<string, { use: (api: VoipbinApi) => Promise<unknown>; kind?: Credentials['kind'] }>> = {
  'an access key, reading': { kind: 'accesskey', use: (api) => api.listFlows({ repeats: 0 }) },
  'an access key, writing': { kind: 'accesskey', use: (api) => api.createCall({ destinations: [] }) },
  'a token, reading': { kind: 'token', use: (api) => api.getCall('c', { repeats: 0 }) },
  'a token, writing': { kind: 'token', use: (api) => api.createActiveflow({}) },
  'a password': { use: (api) => api.login('ann', secret) },
};

function credentialsOf(kind: Credentials['kind'] | undefined, origin: string): Credentials | undefined {
  // A token with such signs cannot be sent in a header at all.
  if (kind === 'token') return { kind, origin, token: 's3cr3t' };
  return kind && { kind, origin, key: secret };
}

function assertSilent(told: string, where: string): void {
  for (const form of forms) assert.ok(!told.includes(form), `${where} tells a secret: ${told}`);
}

suite('secrets', () => {
  for (const [name, { use, kind }] of Object.entries(ways))
    test(`${name}: neither in a log nor in an error, however it fails`, async () => {
      for (const failure of failures)
        await withApi(
          (request) => (typeof failure === 'function' ? failure(request) : failure),
          async ({ api, logged }) => {
            const error = await failureOf(use(api));
            const told = [
              error.message,
              error.stack,
              inspect(error, { depth: 9, showHidden: true }),
              JSON.stringify(error),
            ];
            assertSilent(told.join('\n'), `the error after ${JSON.stringify(failure)}`);
            assertSilent(logged.join('\n'), `the log after ${JSON.stringify(failure)}`);
            assert.ok(logged.length > 0);
          },
          (origin) => ({ credentials: credentialsOf(kind, origin) }),
        );
    });

  test('a fetch that repeats the address in its error', () =>
    withApi(
      [{}],
      async ({ api, logged }) => {
        const error = await failureOf(api.listFlows({ repeats: 0 }));
        assertSilent(inspect(error, { depth: 9, showHidden: true }), 'the error');
        assertSilent(logged.join('\n'), 'the log');
        assert.ok(logged.some((line) => line.includes('accesskey=***')));
      },
      (origin) => ({
        credentials: { kind: 'accesskey', origin, key: secret },
        fetch: async (url) => {
          throw new TypeError(`Failed to parse URL from ${url}`, { cause: { input: url } });
        },
      }),
    ));

  test('a token that no header can hold', () =>
    withApi(
      [{}],
      async ({ api, logged }) => {
        const error = await failureOf(api.listFlows({ repeats: 0 }));
        assertSilent(inspect(error, { depth: 9, showHidden: true }) + logged.join('\n'), 'something');
      },
      (origin) => ({ credentials: { kind: 'token', origin, token: `${secret}\n` } }),
    ));

  test('good answers are logged without what they hold', () =>
    withApi(
      [{ json: { id: 'k', token: secret } }],
      async ({ api, logged }) => {
        await api.createFlow({ name: 'n', detail: '', actions: [], on_complete_flow_id: undefined });
        assert.match(
          logged.join('\n'),
          /^POST http:\/\/127\.0\.0\.1:\d+\/v1\.0\/flows\?accesskey=\*\*\*: 200 after 0 ms$/,
        );
      },
      (origin) => ({ credentials: { kind: 'accesskey', origin, key: 'vb_1' } }),
    ));
});

suite('the origin of a secret', () => {
  const credentials: readonly Credentials[] = [
    { kind: 'token', origin: 'https://api.voipbin.net', token: 'tok' },
    { kind: 'accesskey', origin: 'https://api.voipbin.net', key: 'vb_1' },
  ];
  const others = [
    'https://api.voipbin.net:8443/v1.0',
    'http://api.voipbin.net/v1.0',
    'https://api.voipbin.net.evil.example/v1.0',
    'https://api.voipbin.net@evil.example/v1.0',
    'https://voipbin.net/v1.0',
  ];

  test('no other is sent anything', async () => {
    for (const credential of credentials)
      for (const baseUrl of others) {
        let sent = 0;
        const fetch = async () => {
          sent += 1;
          return new Response('{}');
        };
        const log = { debug: () => {}, warn: () => {} };
        const api = createVoipbinApi({ baseUrl, credentials: credential, fetch, log });
        const error = await failureOf(api.whoAmI());
        assert.equal(error.kind, 'unauthorized');
        assert.match(
          error.message,
          /^The sign-in belongs to https:\/\/api\.voipbin\.net and is not sent to .*Run VoIPbin: Sign In/,
        );
        assert.equal(sent, 0, baseUrl);
      }
  });

  test('no redirect takes it along', async () => {
    const other = await misbehavingServer([{ json: {} }]);
    try {
      for (const status of [301, 302, 303, 307, 308])
        await withApi(
          [{ status, headers: { location: `${other.origin}/v1.0/customer` } }],
          async ({ api }) => assert.ok((await failureOf(api.whoAmI())) instanceof ApiError),
          (origin) => ({ credentials: { kind: 'token', origin, token: 'tok' } }),
        );
      assert.equal(other.received.length, 0);
    } finally {
      await other.close();
    }
  });

  test('no cookie of the server is sent back', () =>
    withApi([{ json: { id: 'u' }, headers: { 'set-cookie': 'token=other; Path=/' } }], async ({ api, server }) => {
      await api.whoAmI();
      await api.whoAmI();
      assert.equal(server.received[1]?.headers.cookie, undefined);
    }));
});
