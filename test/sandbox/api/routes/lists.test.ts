import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
import { NOWHERE } from '../../../support/ids';
import { assertError, openSandbox } from '../../openSandbox';

/** What completion shows of each, see the lists of the API. */
const shown: Readonly<Record<string, readonly string[]>> = {
  queues: ['name', 'detail', 'routing_method', 'wait_flow_id', 'wait_timeout', 'service_timeout'],
  conferences: ['name', 'type', 'status', 'pre_flow_id'],
  ais: ['name', 'engine_model'],
  teams: ['name', 'members'],
  agents: ['username', 'name', 'status', 'addresses'],
  extensions: ['extension', 'name', 'username', 'domain_name'],
  conversations: ['peer', 'name'],
  recordings: ['reference_id', 'format', 'tm_create'],
};

suite('lists', () => {
  for (const [list, fields] of Object.entries(shown)) {
    test(`/${list} has an entry with what is shown of it`, async () => {
      const { ask } = openSandbox();
      const { status, body } = await ask('GET', `/${list}`);
      assert.equal(status, 200);
      assert.ok(body.result.length > 0);
      for (const entry of body.result) {
        for (const field of [...fields, 'id', 'customer_id', 'tm_create']) {
          assert.ok(field in entry, field);
        }
      }
      const [first] = body.result;
      assert.deepEqual((await ask('GET', `/${list}/${first.id}`)).body, first);
      assertError(await ask('GET', `/${list}/${NOWHERE}`), 404, `${list.slice(0, -1).toUpperCase()}_NOT_FOUND`);
      assertError(await ask('GET', `/${list}/first`), 400, 'INVALID_ID');
    });
  }

  test('one queue has no wait flow', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('GET', '/queues');
    const waits = body.result.map((queue: { wait_flow_id: string }) => queue.wait_flow_id === nilUuid);
    assert.deepEqual(waits, [true, false]);
  });
});
