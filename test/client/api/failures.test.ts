import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { ApiErrorKind } from '../../../client/api/apiError';
import { failureOf, withApi } from '../../support/apiUnderTest';
import { type Behavior, envelope } from '../../support/misbehavingServer';

/** What a read that is not repeated fails with. */
function checkRead(behavior: Behavior, kind: ApiErrorKind, message: string): Promise<void> {
  return withApi([behavior], async ({ api }) => {
    const error = await failureOf(api.getCall('c-1', { repeats: 0 }));
    assert.equal(error.message, message);
    assert.equal(error.kind, kind);
    assert.equal(error.mayHaveHappened, false);
  });
}

suite('answers that are failures', () => {
  test('the sign-in is not accepted', () =>
    checkRead(
      { status: 401, json: envelope('INVALID_CREDENTIALS') },
      'unauthorized',
      'VoIPbin could not read the call: VoIPbin does not accept the sign-in: it has expired or was withdrawn. Run VoIPbin: Sign In.',
    ));

  test('no balance', () =>
    checkRead(
      { status: 402, json: envelope('INSUFFICIENT_BALANCE') },
      'payment',
      'VoIPbin could not read the call: the balance of the account is too low. Add credit, then try again.',
    ));

  test('no permission', () =>
    checkRead(
      { status: 403, json: envelope('PERMISSION_DENIED') },
      'forbidden',
      'VoIPbin could not read the call: the signed-in user may not do that. Sign in as an agent who is admin or manager of the customer, or with an access key.',
    ));

  test('the reason counts for more than the status', () =>
    checkRead(
      { status: 403, json: envelope('IDENTITY_VERIFICATION_REQUIRED') },
      'forbidden',
      'VoIPbin could not read the call: VoIPbin lets only customers with a verified identity call telephone numbers. Verify your identity, or call an extension.',
    ));

  test('nothing there', () =>
    checkRead(
      { status: 404, json: envelope('RESOURCE_NOT_FOUND') },
      'notFound',
      'VoIPbin could not read the call: this account has no such id, or it was deleted. Check the id and the current profile.',
    ));

  test('a state that does not allow it', () =>
    checkRead(
      { status: 409, json: envelope('STATE_INVALID', 'The call is\n already hung up') },
      'conflict',
      'VoIPbin could not read the call: its state does not allow it: The call is already hung up. Check its state before you try again.',
    ));

  test('too many requests', () =>
    checkRead(
      { status: 429, headers: { 'retry-after': '1' }, json: envelope('RATE_LIMIT_EXCEEDED') },
      'rateLimited',
      'VoIPbin could not read the call: VoIPbin accepts no more requests at the moment. Wait 1 second, then try again.',
    ));

  test('a refusal without a body', () =>
    checkRead(
      { status: 400 },
      'invalid',
      'VoIPbin could not read the call: VoIPbin refused the request: it does not say why. Check what was asked for, and run VoIPbin: Show Log for the request.',
    ));

  test('a failure of the server, as a page of a proxy', () =>
    checkRead(
      { status: 500, text: '<html>oops</html>' },
      'server',
      'VoIPbin could not read the call: VoIPbin had an internal error: it does not say why. Try again in a minute. If it happens again, send the request id from VoIPbin: Show Log to VoIPbin’s support.',
    ));

  test('a redirect is not followed', () =>
    withApi(
      [{ status: 302, headers: { location: 'https://elsewhere.example/' } }],
      async ({ api, server }) => {
        const error = await failureOf(api.getCall('c-1'));
        assert.match(error.message, /redirects to another address/);
        assert.equal(server.received.length, 1);
      },
      (origin) => ({ credentials: { kind: 'token', origin, token: 'tok' } }),
    ));

  test('nothing but 2xx is an answer, whatever the body says', async () => {
    const json = { id: 'c', status: 'hangup' };
    for (const status of [200, 201, 299])
      await withApi([{ status, json }], async ({ api }) => assert.equal((await api.getCall('c')).id, 'c'));
    await withApi([{ status: 300, json }], async ({ api }) => {
      assert.match((await failureOf(api.getCall('c'))).message, /redirects to another address/);
    });
    // As a browser shows a redirect that is not followed.
    await withApi(
      [{}],
      async ({ api }) => {
        assert.match((await failureOf(api.getCall('c'))).message, /redirects to another address/);
      },
      () => ({ fetch: async () => Response.error() }),
    );
  });

  test('a status that VoIPbin does not use', () =>
    checkRead(
      { status: 418 },
      'invalid',
      'VoIPbin could not read the call: the answer did not come from VoIPbin. Check the address of the profile in the setting voipbin.profiles.',
    ));

  test('keep what support asks for', () =>
    withApi(
      [{ status: 503, headers: { 'retry-after': '7' }, json: envelope('SERVICE_UNAVAILABLE') }],
      async ({ api, logged }) => {
        const error = await failureOf(api.getCall('c-1', { repeats: 0 }));
        const { status, reason, requestId, retryAfter } = error;
        assert.deepEqual(
          { status, reason, requestId, retryAfter },
          {
            ...{ status: 503, reason: 'SERVICE_UNAVAILABLE' },
            ...{ requestId: 'req-1', retryAfter: 7 },
          },
        );
        assert.ok(logged.some((line) => line.includes('(request req-1)')));
      },
    ));

  test('Retry-After may be a date', () =>
    withApi([{ status: 429, headers: { 'retry-after': 'Fri, 02 Jan 2026 12:00:20 GMT' } }], async ({ api }) => {
      assert.equal((await failureOf(api.getCall('c-1', { repeats: 0 }))).retryAfter, 20);
    }));
});

suite('answers of a wrong shape', () => {
  test('name the field', () =>
    withApi(
      [
        {
          json: {
            result: [
              { id: 'a', status: 'hangup' },
              { id: 5, status: 'hangup' },
            ],
          },
        },
      ],
      async ({ api }) => {
        const error = await failureOf(api.listCalls());
        assert.equal(error.kind, 'shape');
        assert.equal(
          error.message,
          'VoIPbin was asked to list your calls, but the answer is not as expected: `result[1].id` is a number, not a string. Update the VoIPbin Flow extension; if that does not help, report it with this message.',
        );
      },
    ));

  test('no JSON', () =>
    withApi([{ text: '{"id":' }], async ({ api }) => {
      const error = await failureOf(api.getCall('c'));
      assert.match(error.message, /the answer is not JSON\. Check the address of the profile/);
    }));

  test('a web page', () =>
    withApi([{ text: ' <!DOCTYPE html><title>Sign in to the hotel</title>' }], async ({ api }) => {
      assert.match((await failureOf(api.getCall('c'))).message, /the answer is a web page/);
    }));

  test('nothing', () =>
    withApi([{ text: '' }], async ({ api }) => {
      assert.match((await failureOf(api.getCall('c'))).message, /the answer is empty/);
    }));

  test('something else altogether', () =>
    withApi([{ json: [] }], async ({ api }) => {
      assert.match((await failureOf(api.getCall('c'))).message, /: it is a list, not an object/);
    }));
});

suite('the way there', () => {
  test('nobody answers in time', () =>
    withApi(['silent'], async ({ api, clock, server }) => {
      const failing = failureOf(api.getCall('c', { repeats: 0 }));
      await server.whenReceived(1);
      await clock.pass(15_000);
      const error = await failing;
      assert.equal(error.kind, 'timeout');
      assert.equal(
        error.message,
        'VoIPbin could not read the call: it did not answer within 15 seconds. Check the network connection and try again.',
      );
      assert.deepEqual(clock.pending(), []);
    }));

  test('the connection breaks before an answer', () =>
    withApi(['drop'], async ({ api }) => {
      const error = await failureOf(api.getCall('c', { repeats: 0 }));
      assert.equal(error.kind, 'network');
      assert.match(
        error.message,
        /the connection to 127\.0\.0\.1:\d+ was lost\. Check the network connection and try again\./,
      );
    }));

  test('the answer is cut off in the middle', () =>
    withApi(['cutOff'], async ({ api }) => {
      const error = await failureOf(api.listCalls({ repeats: 0 }));
      assert.equal(error.kind, 'network');
      assert.match(error.message, /was lost/);
    }));

  test('nobody is there', () =>
    withApi([{}], async ({ api, server }) => {
      await server.close();
      const error = await failureOf(api.createCall({ destinations: [] }));
      assert.equal(error.kind, 'network');
      assert.match(error.message, /nothing answers at 127\.0\.0\.1:\d+\. Check that the server runs/);
      assert.equal(error.mayHaveHappened, false, 'what was never sent was not done');
    }));

  test('cancelled while waiting', () =>
    withApi(['silent'], async ({ api, server, clock }) => {
      const controller = new AbortController();
      const failing = failureOf(api.getCall('c', { signal: controller.signal }));
      await server.whenReceived(1);
      controller.abort();
      const error = await failing;
      assert.equal(error.kind, 'cancelled');
      assert.equal(error.message, 'It was cancelled to read the call. Start it again when you need it.');
      assert.deepEqual(clock.pending(), []);
    }));

  test('a call that is cancelled while it is placed may exist, and the text says so', () =>
    withApi(['silent'], async ({ api, server }) => {
      const controller = new AbortController();
      const failing = failureOf(api.createCall({ destinations: [] }, { signal: controller.signal }));
      await server.whenReceived(1);
      controller.abort();
      assert.equal(
        (await failing).message,
        'It was cancelled to place the call. VoIPbin may have placed the call anyway: check the list of calls before you place it again.',
      );
    }));

  test('cancelled before it began', () =>
    withApi([{}], async ({ api, server }) => {
      const error = await failureOf(api.createCall({ destinations: [] }, { signal: AbortSignal.abort() }));
      assert.equal(error.kind, 'cancelled');
      assert.equal(error.mayHaveHappened, false);
      assert.equal(server.received.length, 0);
    }));

  test('a handler in this process need not heed the signal', () =>
    withApi(
      [{}],
      async ({ api, clock }) => {
        const failing = failureOf(api.getCall('c', { repeats: 0, timeoutMs: 500 }));
        await clock.pass(500);
        assert.match((await failing).message, /within 0\.5 seconds/);
      },
      () => ({ fetch: () => new Promise(() => undefined) }),
    ));
});
