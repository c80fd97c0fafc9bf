import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { assertError, openSandbox } from '../openSandbox';

suite('rate limits', () => {
  test('a customer may send 33 requests at once and 16.7 a second', async () => {
    const { ask, clock } = openSandbox({}, { heard: false });
    for (let sent = 0; sent < 33; sent++) assert.equal((await ask('GET', '/flows')).status, 200);
    const refused = await ask('GET', '/flows');
    assertError(refused, 429, 'RATE_LIMIT_EXCEEDED');
    assert.equal(refused.body.error.status, 'RESOURCE_EXHAUSTED');
    assert.equal(refused.headers.get('retry-after'), '1');
    assert.deepEqual(refused.body.error.details, [{ limited_by: 'customer' }]);
    clock.advance(1000);
    for (let sent = 0; sent < 16; sent++) assert.equal((await ask('GET', '/flows')).status, 200);
    assert.equal((await ask('GET', '/flows')).status, 429);
  });

  test('keys and tokens of a customer share what it may send', async () => {
    const { ask, askAs } = openSandbox({}, { heard: false });
    const { body } = await askAs(
      {},
      'POST',
      '/auth/login',
      '{"username":"admin@localhost","password":"admin@localhost"}',
    );
    for (let sent = 0; sent < 33; sent++) await ask('GET', '/flows');
    assert.equal((await askAs({ authorization: `Bearer ${body.token}` }, 'GET', '/v1.0/flows')).status, 429);
  });

  test('an address may try to sign in 20 times at once and 10 times a second', async () => {
    const { sandbox, clock } = openSandbox({}, { heard: false });
    const attempt = (ip: string) =>
      sandbox.fetch(new Request('http://sandbox/auth/login', { method: 'POST', body: '{}' }), { ip });
    for (let tried = 0; tried < 20; tried++) assert.equal((await attempt('127.0.0.1')).status, 400);
    const refused = await attempt('127.0.0.1');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '1');
    assert.deepEqual((await refused.json()).error.details, [{ limited_by: 'ip' }]);
    assert.equal((await attempt('127.0.0.2')).status, 400);
    clock.advance(100);
    assert.equal((await attempt('127.0.0.1')).status, 400);
    assert.equal((await attempt('127.0.0.1')).status, 429);
  });

  test('an address may send 400 requests at once, whoever it is', async () => {
    const { askAs } = openSandbox({}, { heard: false });
    for (let sent = 0; sent < 400; sent++) await askAs({}, 'GET', '/v1.0/flows');
    const refused = await askAs({}, 'GET', '/v1.0/flows');
    assertError(refused, 429, 'RATE_LIMIT_EXCEEDED');
    assert.deepEqual(refused.body.error.details, [{ limited_by: 'ip' }]);
  });

  test('are of real time: a fast clock does not loosen them', async () => {
    const { ask } = openSandbox({ speed: 1000 }, { heard: false });
    for (let sent = 0; sent < 33; sent++) await ask('GET', '/flows');
    assert.equal((await ask('GET', '/flows')).status, 429);
  });
});
