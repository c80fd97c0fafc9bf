import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
import { seedIds } from '../../../../sandbox';
import { A, NOWHERE } from '../../../support/ids';
import { assertError, isLater, openSandbox } from '../../openSandbox';

suite('/flows', () => {
  test('are kept as VoIPbin keeps them: ids become UUIDs, unknown keys go, options stay', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('POST', '/flows', {
      name: 'Menu',
      detail: 'two actions',
      actions: [
        { id: 'menu', type: 'talk', option: { text: 'Hi', anything: [1] }, comment: 'gone' },
        { id: A.toUpperCase(), next_id: 'menu', type: 'hangup' },
      ],
    });
    assert.equal(status, 200);
    const [first, second] = body.actions;
    assert.match(first.id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(first, {
      id: first.id,
      next_id: nilUuid,
      type: 'talk',
      option: { text: 'Hi', anything: [1] },
      tm_execute: null,
    });
    assert.deepEqual(second, { id: A, next_id: nilUuid, type: 'hangup', tm_execute: null });
    assert.deepEqual(
      [body.type, body.name, body.detail, body.on_complete_flow_id],
      ['flow', 'Menu', 'two actions', nilUuid],
    );
    assert.deepEqual((await ask('GET', `/flows/${body.id}`)).body, body);
    assert.equal((await ask('GET', '/flows')).body.result[0].id, body.id);
  });

  test('need nothing', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('POST', '/flows', {});
    assert.equal(status, 200);
    const fields = 'id customer_id type on_complete_flow_id tm_create tm_update tm_delete';
    assert.deepEqual(Object.keys(body).sort(), fields.split(' ').sort());
    assert.deepEqual([body.tm_update, body.tm_delete], [null, null]);
  });

  test('are refused for their types and for anonymous, and without telling where', async () => {
    const { ask } = openSandbox();
    const type = await ask('POST', '/flows', { actions: [{ type: 'answer' }, { type: 'sing' }] });
    assertError(type, 400, 'INVALID_ACTION_TYPE');
    assert.equal(type.body.error.message, 'not supported action type: sing');
    assert.equal(type.body.error.status, 'INVALID_ARGUMENT');
    const anonymous = { actions: [{ type: 'connect', option: { anonymous: 'maybe' } }] };
    assertError(await ask('POST', '/flows', anonymous), 400, 'INVALID_ANONYMOUS_VALUE');
  });

  test('are not looked at any further', async () => {
    const { ask } = openSandbox();
    const { status } = await ask('POST', '/flows', {
      actions: [
        { type: 'goto', option: { target_id: 'nowhere', loop_count: '2' } },
        { type: 'call', option: { actions: [{ type: 'sing' }] } },
      ],
    });
    assert.equal(status, 200);
  });

  test('are refused when they are no JSON of the right form', async () => {
    const { ask } = openSandbox();
    const bodies = [
      [],
      'text',
      { name: 1 },
      { actions: {} },
      { actions: [1] },
      { actions: [{ id: 1, type: 'answer' }] },
    ];
    for (const body of bodies) assertError(await ask('POST', '/flows', body), 400, 'INVALID_JSON_BODY');
  });

  test('keys count in any case, as Go reads them', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/flows', { Name: 'a', ACTIONS: [{ Type: 'answer' }] });
    assert.deepEqual([body.name, body.actions[0].type], ['a', 'answer']);
  });

  test('are replaced whole: what is not sent is emptied', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/flows', {
      name: 'a',
      detail: 'b',
      actions: [{ type: 'answer' }],
      on_complete_flow_id: seedIds.waitFlow,
    });
    assert.equal(body.on_complete_flow_id, seedIds.waitFlow);
    const put = await ask('PUT', `/flows/${body.id}`, { name: 'c' });
    assert.equal(put.status, 200);
    assert.deepEqual(
      [put.body.name, put.body.detail, put.body.actions, put.body.on_complete_flow_id],
      ['c', undefined, undefined, nilUuid],
    );
    assert.equal(put.body.tm_create, body.tm_create);
    assert.ok(isLater(put.body.tm_update, body.tm_create));
  });

  test('that are refused leave what was there', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/flows', { name: 'a' });
    assertError(await ask('PUT', `/flows/${body.id}`, { actions: [{ type: 'sing' }] }), 400, 'INVALID_ACTION_TYPE');
    assert.deepEqual((await ask('GET', `/flows/${body.id}`)).body, body);
  });

  test('cannot be followed by a flow that does not exist', async () => {
    const { ask } = openSandbox();
    assertError(await ask('POST', '/flows', { on_complete_flow_id: NOWHERE }), 404, 'FLOW_NOT_FOUND');
    const path = `/flows/${seedIds.waitFlow}`;
    assertError(await ask('PUT', path, { on_complete_flow_id: NOWHERE }), 404, 'FLOW_NOT_FOUND');
    assert.equal((await ask('GET', path)).body.name, 'Please hold');
  });

  test('get another link when they are asked to', async () => {
    const { ask } = openSandbox();
    const path = `/flows/${seedIds.waitFlow}/direct-hash-regenerate`;
    const [item, other] = [(await ask('POST', path)).body.direct_hash, (await ask('POST', path)).body.direct_hash];
    assert.match(item, /^[0-9a-f]{12}$/);
    assert.notEqual(item, other);
    assert.equal((await ask('GET', `/flows/${seedIds.waitFlow}`)).body.direct_hash, other);
    assertError(await ask('POST', `/flows/${NOWHERE}/direct-hash-regenerate`), 404, 'FLOW_NOT_FOUND');
  });

  test('that are deleted are gone, from the numbers too', async () => {
    const { ask } = openSandbox();
    const gone = await ask('DELETE', `/flows/${seedIds.greetingFlow}`);
    assert.deepEqual([gone.status, gone.body.id, typeof gone.body.tm_delete], [200, seedIds.greetingFlow, 'string']);
    assertError(await ask('GET', `/flows/${seedIds.greetingFlow}`), 404, 'FLOW_NOT_FOUND');
    assert.equal((await ask('GET', `/numbers/${seedIds.mainNumber}`)).body.call_flow_id, nilUuid);
  });

  test('that do not exist are not found, ids that are none are refused', async () => {
    const { ask } = openSandbox();
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? {} : undefined;
      assertError(await ask(method, `/flows/${NOWHERE}`, body), 404, 'FLOW_NOT_FOUND');
      assertError(await ask(method, '/flows/menu', body), 400, 'INVALID_ID');
      assertError(await ask(method, `/flows/${nilUuid}`, body), 400, 'INVALID_ID');
    }
  });
});
