import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
import { seedIds } from '../../../../sandbox';
import { A, B, C, NOWHERE } from '../../../support/ids';
import { ana, assertError, isLater, openSandbox, pathOf, someNumber } from '../../openSandbox';

const start = '00000000-0000-0000-0000-000000000001';
const finish = '00000000-0000-0000-0000-000000000002';

suite('/activeflows', () => {
  test('answer before they run, and run at once', async () => {
    const { ask, clock } = openSandbox();
    const { status, body } = await ask('POST', '/activeflows', {
      actions: [{ id: A, type: 'variable_set', option: { key: 'a', value: '${b}' } }],
      variables: { b: 'c' },
    });
    assert.equal(status, 200);
    assert.deepEqual(
      [
        body.status,
        body.reference_type,
        body.reference_id,
        body.current_action.id,
        body.executed_actions,
        body.tm_update,
      ],
      ['running', 'api', nilUuid, start, undefined, null],
    );
    clock.advance(0);
    const ended = (await ask('GET', `/activeflows/${body.id}`)).body;
    assert.equal(ended.status, 'ended');
    assert.deepEqual(ended.executed_actions, [
      { id: start, next_id: nilUuid, tm_execute: null },
      { id: A, next_id: nilUuid, type: 'variable_set', option: { key: 'a', value: 'c' }, tm_execute: null },
    ]);
    assert.equal(ended.current_action.id, finish);
    assert.ok(isLater(ended.tm_update, ended.tm_create));
  });

  test('have the fields of an activeflow and no others, the empty ones left out', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/activeflows', {});
    const fields =
      'id customer_id flow_id status reference_type reference_id reference_activeflow_id on_complete_flow_id current_action forward_action_id tm_create tm_update tm_delete';
    assert.deepEqual(Object.keys(body).sort(), fields.split(' ').sort());
  });

  test('skip what needs a phone, and tell next ids', async () => {
    const { ask, clock, sandbox } = openSandbox();
    const actions = [
      { id: A, next_id: C, type: 'talk', option: { text: 'Hi', language: 'en-US' } },
      { id: B, type: 'variable_set', option: { key: 'a', value: 'b' } },
      { id: C, type: 'webhook_send', option: { uri: 'https://hook.example.com', data: '{}' } },
    ];
    const { body } = await ask('POST', '/activeflows', { actions });
    clock.advance(0);
    const { executed_actions } = (await ask('GET', `/activeflows/${body.id}`)).body;
    assert.deepEqual(
      executed_actions.map((action: { id: string; next_id: string }) => [action.id, action.next_id]),
      [
        [start, nilUuid],
        [A, C],
        [C, nilUuid],
      ],
    );
    const skipped = sandbox.trace(body.id)?.events.filter((event) => event.type === 'action' && event.skipped);
    assert.equal(skipped?.length, 1);
    assert.deepEqual(sandbox.phone.legs, []);
  });

  test('take over an id, once', async () => {
    const { ask } = openSandbox();
    assert.equal((await ask('POST', '/activeflows', { id: A })).body.id, A);
    assertError(await ask('POST', '/activeflows', { id: A }), 409, 'STATE_INVALID');
    assert.notEqual((await ask('POST', '/activeflows', { id: 'mine' })).body.id, 'mine');
  });

  test('run stored flows, and what follows their end', async () => {
    const { ask, clock } = openSandbox();
    const after = (await ask('POST', '/flows', { name: 'after', actions: [{ type: 'stop' }] })).body;
    const flow = (await ask('POST', '/flows', { name: 'first', on_complete_flow_id: after.id })).body;
    const { body } = await ask('POST', '/activeflows', { flow_id: flow.id });
    assert.deepEqual([body.flow_id, body.on_complete_flow_id], [flow.id, after.id]);
    clock.advance(0);
    const [second, first] = (await ask('GET', '/activeflows')).body.result;
    assert.deepEqual([first.id, first.status, second.status], [body.id, 'ended', 'ended']);
    assert.deepEqual(
      [second.flow_id, second.reference_activeflow_id, second.reference_type, pathOf(second)],
      [after.id, first.id, 'api', 'stop'],
    );
  });

  test('that are parked stay so until they are stopped', async () => {
    const { ask, clock, sandbox } = openSandbox();
    const { body } = await ask('POST', '/activeflows', { actions: [{ type: 'block' }, { type: 'stop' }] });
    clock.advance(3_600_000);
    assert.deepEqual(await current(ask, body.id), ['running', 'block']);
    const stopped = await ask('POST', `/activeflows/${body.id}/stop`);
    assert.deepEqual([stopped.status, stopped.body.status], [200, 'ended']);
    assert.deepEqual(await current(ask, body.id), ['ended', 'block']);
    assert.equal(sandbox.trace(body.id)?.result?.outcome, 'finished');
    assert.deepEqual((await ask('POST', `/activeflows/${body.id}/stop`)).body, stopped.body);
  });

  test('of a call, stopped, hang it up', async () => {
    const { ask, clock, sandbox } = openSandbox();
    const actions = [{ type: 'sleep', option: { duration: 60_000 } }];
    const { body } = await ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
    const [{ id, activeflow_id }] = body.calls;
    clock.advance(1000);
    sandbox.phone.answer(id);
    assert.equal((await ask('POST', `/activeflows/${activeflow_id}/stop`)).body.status, 'ended');
    const call = (await ask('GET', `/calls/${id}`)).body;
    assert.deepEqual([call.status, call.hangup_by, call.hangup_reason], ['hangup', 'local', 'normal']);
  });

  test('of a call that rings or is about to, stopped, cancel it', async () => {
    for (const wait of [0, 1000]) {
      const { ask, clock } = openSandbox();
      const { body } = await ask('POST', '/calls', { source: someNumber, destinations: [ana] });
      const [{ id, activeflow_id }] = body.calls;
      clock.advance(wait);
      assert.equal((await ask('POST', `/activeflows/${activeflow_id}/stop`)).body.status, 'ended');
      const call = (await ask('GET', `/calls/${id}`)).body;
      assert.deepEqual([call.status, call.hangup_by, call.hangup_reason], ['hangup', 'local', 'cancel']);
    }
  });

  test('stopped before they begin never do', async () => {
    const { ask, clock } = openSandbox();
    const { body } = await ask('POST', '/activeflows', { actions: [{ type: 'block' }] });
    await ask('POST', `/activeflows/${body.id}/stop`);
    clock.advance(1000);
    const { status, executed_actions } = (await ask('GET', `/activeflows/${body.id}`)).body;
    assert.deepEqual([status, executed_actions], ['ended', undefined]);
  });

  test('that are deleted are stopped and gone', async () => {
    const { ask, clock } = openSandbox();
    const { body } = await ask('POST', '/activeflows', { actions: [{ type: 'block' }] });
    clock.advance(0);
    const gone = await ask('DELETE', `/activeflows/${body.id}`);
    assert.deepEqual([gone.status, gone.body.status, typeof gone.body.tm_delete], [200, 'ended', 'string']);
    assertError(await ask('GET', `/activeflows/${body.id}`), 404, 'ACTIVEFLOW_NOT_FOUND');
  });

  test('refuse webhooks that are none, unknown types and flows that do not exist', async () => {
    const { ask } = openSandbox();
    const good = { webhook_uri: 'https://hook.example.com/a', webhook_method: 'PUT' };
    const { body } = await ask('POST', '/activeflows', good);
    assert.deepEqual([body.webhook_uri, body.webhook_method], [good.webhook_uri, 'PUT']);
    assertError(await ask('POST', '/activeflows', { webhook_uri: 'ftp://a' }), 400, 'INVALID_WEBHOOK_URI');
    assertError(await ask('POST', '/activeflows', { webhook_method: 'PATCH' }), 400, 'INVALID_WEBHOOK_METHOD');
    assertError(await ask('POST', '/activeflows', { actions: [{ type: 'sing' }] }), 400, 'INVALID_ACTION_TYPE');
    assertError(await ask('POST', '/activeflows', { actions: 'all' }), 400, 'INVALID_JSON_BODY');
    assertError(await ask('POST', '/activeflows', { flow_id: NOWHERE }), 404, 'FLOW_NOT_FOUND');
    assertError(await ask('POST', `/activeflows/${seedIds.greetingFlow}/stop`), 404, 'ACTIVEFLOW_NOT_FOUND');
    assertError(await ask('GET', '/activeflows/first'), 400, 'INVALID_ID');
  });
});

async function current(ask: ReturnType<typeof openSandbox>['ask'], id: string): Promise<[string, string]> {
  const { body } = await ask('GET', `/activeflows/${id}`);
  return [body.status, body.current_action.type];
}
