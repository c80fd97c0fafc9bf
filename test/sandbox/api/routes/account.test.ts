import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { seedIds } from '../../../../sandbox';
import { assertError, openSandbox } from '../../openSandbox';

suite('/customer and /me', () => {
  test('the customer gives the id for topics, and what the account may do', async () => {
    const { sandbox, ask } = openSandbox();
    const { status, body } = await ask('GET', '/customer');
    assert.equal(status, 200);
    assert.deepEqual(
      [body.id, body.status, body.identity_verification_status],
      [sandbox.customerId, 'active', 'verified'],
    );
    sandbox.account.identityVerified = false;
    assert.equal((await ask('GET', '/customer')).body.identity_verification_status, 'none');
  });

  test('an agent who has signed in learns who he is, an access key is nobody', async () => {
    const { ask, askAs } = openSandbox();
    const { body } = await askAs(
      {},
      'POST',
      '/auth/login',
      '{"username":"admin@localhost","password":"admin@localhost"}',
    );
    const me = await askAs({ authorization: `Bearer ${body.token}` }, 'GET', '/v1.0/me');
    assert.deepEqual([me.status, me.body.id, me.body.permission], [200, seedIds.admin, 0x20]);
    assert.equal(me.body.password_hash, undefined);
    assertError(await ask('GET', '/me'), 403, 'AGENT_AUTH_REQUIRED');
  });
});
