import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { NOWHERE } from '../../../support/ids';
import { assertError, openSandbox } from '../../openSandbox';

suite('/accesskeys', () => {
  test('tell their secret once', async () => {
    const { ask, askAs } = openSandbox();
    const { status, body } = await ask('POST', '/accesskeys', { name: 'CI', detail: 'for tests', expire: 86_400 });
    assert.equal(status, 200);
    assert.match(body.token, /^vb_[A-Za-z0-9]{32}$/);
    assert.equal(body.token_prefix, body.token.slice(0, 11));
    assert.deepEqual([body.name, body.detail, body.tm_delete], ['CI', 'for tests', null]);
    assert.equal((await askAs({}, 'GET', `/v1.0/flows?accesskey=${body.token}`)).status, 200);
    const read = await ask('GET', `/accesskeys/${body.id}`);
    assert.equal(read.body.token, undefined);
    assert.equal(read.body.token_prefix, body.token_prefix);
    const listed = await ask('GET', '/accesskeys');
    assert.deepEqual(
      listed.body.result.map((key: { token?: string; name: string }) => [key.name, key.token]),
      [
        ['CI', undefined],
        ['sandbox', undefined],
      ],
    );
  });

  test('run out', async () => {
    const { ask, askAs, clock } = openSandbox();
    const { body } = await ask('POST', '/accesskeys', { expire: 86_400 });
    assert.equal(Date.parse(body.tm_expire), clock.now() + 86_400_000);
    clock.advance(86_399_999);
    assert.equal((await askAs({}, 'GET', `/v1.0/flows?accesskey=${body.token}`)).status, 200);
    clock.advance(1);
    assertError(await askAs({}, 'GET', `/v1.0/flows?accesskey=${body.token}`), 401, 'INVALID_CREDENTIALS');
  });

  test('can be renamed and deleted', async () => {
    const { ask, askAs } = openSandbox();
    const { body } = await ask('POST', '/accesskeys', { name: 'a', expire: 100_000 });
    assert.equal((await ask('PUT', `/accesskeys/${body.id}`, { name: 'b' })).body.name, 'b');
    const gone = await ask('DELETE', `/accesskeys/${body.id}`);
    assert.deepEqual([gone.status, gone.body.id, typeof gone.body.tm_delete], [200, body.id, 'string']);
    assert.equal(gone.body.token, undefined);
    assertError(await askAs({}, 'GET', `/v1.0/flows?accesskey=${body.token}`), 401, 'INVALID_CREDENTIALS');
    assertError(await ask('GET', `/accesskeys/${body.id}`), 409, 'STATE_INVALID');
    assertError(await ask('DELETE', `/accesskeys/${body.id}`), 409, 'STATE_INVALID');
    assertError(await ask('GET', `/accesskeys/${NOWHERE}`), 404, 'ACCESSKEY_NOT_FOUND');
  });

  test('are good for a day at least', async () => {
    const { ask } = openSandbox();
    for (const body of [{}, { expire: 0 }, { expire: 86_399 }, { expire: -1 }, { expire: null }]) {
      assertError(await ask('POST', '/accesskeys', body), 400, 'INVALID_ARGUMENT');
    }
    assert.equal((await ask('GET', '/accesskeys')).body.result.length, 1);
  });

  test('refuse what is no body', async () => {
    const { ask, askAs, sandbox } = openSandbox();
    assertError(await ask('POST', '/accesskeys', { expire: 'soon' }), 400, 'INVALID_JSON_BODY');
    assertError(await ask('POST', '/accesskeys', { name: 1 }), 400, 'INVALID_JSON_BODY');
    assertError(await ask('GET', '/accesskeys/first'), 400, 'INVALID_ID');
    const key = `accesskey=${sandbox.accessKey}`;
    assertError(await askAs({}, 'POST', `/v1.0/accesskeys?${key}`, '{"name":'), 400, 'INVALID_JSON_BODY');
    assertError(await askAs({}, 'POST', `/v1.0/accesskeys?${key}`), 400, 'INVALID_JSON_BODY');
  });
});
