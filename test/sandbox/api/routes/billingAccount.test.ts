import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { seedIds } from '../../../../sandbox';
import { assertError, openSandbox } from '../../openSandbox';

suite('/billing_account', () => {
  test('is the one that the customer names, with the balance of the account', async () => {
    const { ask, sandbox } = openSandbox();
    sandbox.account.balance = 12.5;
    const { body } = await ask('GET', '/billing_account');
    assert.equal(body.id, (await ask('GET', '/customer')).body.billing_account_id);
    assert.deepEqual([body.balance_credit, body.balance_token], [12_500_000, 0]);
  });

  test('can be renamed', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('PUT', '/billing_account', { name: 'Shop' });
    assert.deepEqual([body.name, body.detail], ['Shop', '']);
    assert.deepEqual((await ask('GET', '/billing_account')).body, body);
  });

  test('of others is not shown, and nothing was ever billed', async () => {
    const { ask } = openSandbox();
    assertError(await ask('GET', '/billing_accounts'), 403, 'PERMISSION_DENIED');
    assertError(await ask('GET', `/billing_accounts/${seedIds.billingAccount}`), 403, 'PERMISSION_DENIED');
    assert.deepEqual((await ask('GET', '/billings')).body.result, []);
  });
});
