import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { canDialOut } from '../../../../client/api/canDialOut';
import { seedIds } from '../../../../sandbox';
import { assertError, isLater, openSandbox } from '../../openSandbox';

suite('/numbers', () => {
  test('are of every kind: two can dial out, a virtual one cannot', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('GET', '/numbers');
    assert.deepEqual(
      body.result.map((number: { number: string; type: string; status: string }) =>
        [number.number, number.type, number.status].join(' '),
      ),
      ['+899000000001 virtual active', '+15550101050 normal active', '+15550101000 normal active'],
    );
    assert.deepEqual(body.result.map(canDialOut), [false, true, true]);
  });

  test('get their flows: both are written, whichever is sent', async () => {
    const { ask } = openSandbox();
    const path = `/numbers/${seedIds.mainNumber}`;
    const put = await ask('PUT', `${path}/flow_ids`, { message_flow_id: seedIds.waitFlow });
    assert.equal(put.status, 200);
    const { body } = await ask('GET', path);
    assert.deepEqual(
      [body.call_flow_id, body.message_flow_id],
      ['00000000-0000-0000-0000-000000000000', seedIds.waitFlow],
    );
    assert.ok(isLater(body.tm_update, body.tm_create));
    assertError(await ask('GET', '/numbers/+15550101000'), 400, 'INVALID_ID');
    assertError(await ask('GET', `/numbers/${seedIds.waitFlow}`), 404, 'NUMBER_NOT_FOUND');
  });
});
