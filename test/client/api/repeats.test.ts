import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Credentials } from '../../../client/api/credentials';
import { failureOf, withApi } from '../../support/apiUnderTest';
import { type Behavior, envelope } from '../../support/misbehavingServer';

const call = { id: 'c', status: 'dialing' };
const body = { destinations: [{ type: 'tel', target: '+15551234567' }], actions: [] };

suite('repeating reads', () => {
  test('after failures of the server, with growing pauses', () =>
    withApi([{ status: 500 }, 'drop', { json: call }], async ({ api, clock, server }) => {
      const reading = api.getCall('c');
      await clock.pass(250);
      await clock.pass(500);
      assert.equal((await reading).id, 'c');
      assert.equal(server.received.length, 3);
    }));

  test('up to a limit', () =>
    withApi([{ status: 503 }], async ({ api, clock, server }) => {
      const failing = failureOf(api.getCall('c'));
      await clock.pass(250);
      await clock.pass(500);
      assert.equal((await failing).status, 503);
      assert.equal(server.received.length, 3);
    }));

  test('as late as the server asks', () =>
    withApi([{ status: 429, headers: { 'retry-after': '3' } }, { json: call }], async ({ api, clock }) => {
      const reading = api.getCall('c');
      await clock.pass(3250);
      assert.equal((await reading).id, 'c');
    }));

  test('not at all when the server asks for long', () =>
    withApi([{ status: 429, headers: { 'retry-after': '3600' } }], async ({ api, server }) => {
      const error = await failureOf(api.getCall('c'));
      assert.match(error.message, /Wait 3600 seconds/);
      assert.equal(server.received.length, 1);
    }));

  test('not after a refusal', async () => {
    for (const status of [400, 402, 403, 404, 409])
      await withApi([{ status }], async ({ api, server }) => {
        assert.equal((await failureOf(api.getCall('c'))).status, status);
        assert.equal(server.received.length, 1);
      });
  });

  test('not after a wrong shape', () =>
    withApi([{ json: 5 }], async ({ api, server }) => {
      await failureOf(api.getCall('c'));
      assert.equal(server.received.length, 1);
    }));

  test('ends when cancelled between two attempts', () =>
    withApi([{ status: 500 }], async ({ api, clock, server }) => {
      const controller = new AbortController();
      const failing = failureOf(
        api.getCall('c', { signal: controller.signal }).finally(() => assert.deepEqual(clock.pending(), [])),
      );
      await clock.whenPending(250);
      controller.abort();
      assert.equal((await failing).kind, 'cancelled');
      assert.equal(server.received.length, 1);
    }));
});

suite('what costs money', () => {
  const failures: readonly Behavior[] = [
    { status: 500 },
    { status: 502 },
    { status: 503, headers: { 'retry-after': '1' }, json: envelope('REQUEST_TIMEOUT') },
    { status: 429, headers: { 'retry-after': '1' } },
    'drop',
    'cutOff',
    { json: 5 },
    { text: 'no JSON' },
  ];
  test('goes out once, whatever happens', async () => {
    for (const behavior of failures)
      await withApi([behavior, { json: {} }], async ({ api, server, clock }) => {
        const error = await failureOf(api.createCall(body));
        assert.equal(server.received.length, 1, JSON.stringify(behavior));
        assert.deepEqual(clock.pending(), []);
        const isOpen = !(typeof behavior === 'object' && (behavior.status === 500 || behavior.status === 429));
        assert.equal(error.mayHaveHappened, isOpen, JSON.stringify(behavior));
        if (isOpen) assert.match(error.message, /VoIPbin may have placed the call anyway: check/);
      });
  });

  test('other writes go out once too', () =>
    withApi(['drop'], async ({ api, server }) => {
      const error = await failureOf(api.createActiveflow({ flow_id: 'f' }));
      assert.match(error.message, /The activeflow may be running anyway/);
      await failureOf(api.createFlow({ name: '', detail: '', actions: [], on_complete_flow_id: undefined }));
      await failureOf(api.hangupCall('c'));
      assert.equal(server.received.length, 3);
    }));

  test('may have been done when nobody answers in time', () =>
    withApi(['silent'], async ({ api, server, clock }) => {
      const failing = failureOf(api.createCall(body));
      await server.whenReceived(1);
      await clock.pass(30_000);
      const error = await failing;
      assert.equal(error.kind, 'timeout');
      assert.equal(error.mayHaveHappened, true);
      assert.equal(server.received.length, 1);
    }));

  test('may have been done when it is cancelled', () =>
    withApi(['silent'], async ({ api, server }) => {
      const controller = new AbortController();
      const failing = failureOf(api.createCall(body, { signal: controller.signal }));
      await server.whenReceived(1);
      controller.abort();
      const error = await failing;
      assert.equal(error.kind, 'cancelled');
      assert.equal(error.mayHaveHappened, true);
    }));

  test('says what a failure without a reason mostly is', () =>
    withApi([{ status: 500, json: envelope('INTERNAL') }], async ({ api }) => {
      assert.match((await failureOf(api.createCall(body))).message, /cannot dial any destination\. Check the balance/);
    }));
});

suite('a token that has expired', () => {
  const renewing = (origin: string, asked: { count: number }, next: string | undefined) => ({
    credentials: { kind: 'token', origin, token: 'old' } satisfies Credentials,
    onUnauthorized: async () => {
      asked.count += 1;
      return next === undefined ? undefined : ({ kind: 'token', origin, token: next } satisfies Credentials);
    },
  });
  const acceptNew = ({ headers }: { headers: { authorization?: string | undefined } }): Behavior =>
    headers.authorization === 'Bearer new' ? { json: call } : { status: 401, json: envelope('INVALID_CREDENTIALS') };

  test('is asked for once, by all reads that wait', async () => {
    const asked = { count: 0 };
    await withApi(
      acceptNew,
      async ({ api, server }) => {
        const calls = await Promise.all([api.getCall('a'), api.getCall('b'), api.getCall('c')]);
        assert.equal(calls.length, 3);
        assert.equal(asked.count, 1);
        assert.equal(server.received.length, 6);
        await api.getCall('d');
        assert.equal(server.received.length, 7, 'the new token stays');
      },
      (origin) => renewing(origin, asked, 'new'),
    );
  });

  test('is asked for, but a call is not placed again', async () => {
    const asked = { count: 0 };
    await withApi(
      acceptNew,
      async ({ api, server }) => {
        const error = await failureOf(api.createCall(body));
        assert.equal(
          error.message,
          'The sign-in had expired, so VoIPbin did not place the call. You are signed in again: repeat the command.',
        );
        assert.equal(error.mayHaveHappened, false);
        assert.equal(server.received.length, 1);
      },
      (origin) => renewing(origin, asked, 'new'),
    );
  });

  test('is not asked for again after the user declined', async () => {
    const asked = { count: 0 };
    await withApi(
      acceptNew,
      async ({ api }) => {
        for (const id of ['a', 'b', 'c']) assert.equal((await failureOf(api.getCall(id))).kind, 'unauthorized');
        assert.equal(asked.count, 1);
      },
      (origin) => renewing(origin, asked, undefined),
    );
  });

  test('is asked for once when the new one is refused as well', async () => {
    const asked = { count: 0 };
    await withApi(
      acceptNew,
      async ({ api, server }) => {
        assert.equal((await failureOf(api.getCall('a'))).status, 401);
        assert.equal(asked.count, 1);
        assert.equal(server.received.length, 2);
      },
      (origin) => renewing(origin, asked, 'also old'),
    );
  });

  test('an access key is not asked for: it does not expire within a session', async () => {
    const asked = { count: 0 };
    await withApi(
      [{ status: 401 }],
      async ({ api }) => {
        assert.equal((await failureOf(api.getCall('a'))).kind, 'unauthorized');
        assert.equal(asked.count, 0);
      },
      (origin) => ({ ...renewing(origin, asked, 'new'), credentials: { kind: 'accesskey', origin, key: 'vb_x' } }),
    );
  });
});
