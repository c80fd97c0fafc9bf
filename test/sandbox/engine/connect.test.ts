import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { seedIds } from '../../../sandbox';
import { NOWHERE } from '../../support/ids';
import { ana, type OpenSandbox, openSandbox, pathOf, someNumber } from '../openSandbox';

const bo = { type: 'tel', target: '+15550101012' };
const after = { type: 'talk', option: { text: 'After', language: 'en-US' } };
const connect = (destinations: JsonValue, more = {}) => ({
  type: 'connect',
  option: { source: someNumber, destinations, ...more },
});

/** A call that is answered, whose flow calls others; they ring. */
async function connecting(open: OpenSandbox, actions: JsonValue) {
  const { body } = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
  const [{ id, activeflow_id }] = body.calls;
  open.clock.advance(1000);
  open.sandbox.phone.answer(id);
  open.clock.advance(1000);
  const others = open.sandbox.phone.legs.filter((leg) => leg.id !== id);
  return {
    id,
    others,
    said: () => open.sandbox.phone.leg(id)?.saying?.text,
    waits: () => open.sandbox.phone.leg(id)?.waiting?.for,
    path: async () => pathOf((await open.ask('GET', `/activeflows/${activeflow_id}`)).body),
    call: async (of = id) => (await open.ask('GET', `/calls/${of}`)).body,
  };
}

suite('connect', () => {
  test('to an agent without a UUID, or with the nil one, rings nobody', async () => {
    for (const target of ['', 'somebody', '00000000-0000-0000-0000-000000000000']) {
      const open = openSandbox();
      const { others, said } = await connecting(open, [connect([{ type: 'agent', target }, bo]), after]);
      assert.deepEqual(
        others.map((leg) => leg.destination),
        [bo],
        target,
      );
      assert.notEqual(said(), 'After');
      assert.ok(open.lines.some((line) => /is left out, the address is empty, or no phone has it/.test(line)));
    }
    // One that the account does not have rings all the same, so that a flow for another account can be tried.
    const open = openSandbox();
    const { others } = await connecting(open, [connect([{ type: 'agent', target: NOWHERE }]), after]);
    assert.equal(others[0]?.destination.target, `${NOWHERE}@localhost`);
  });

  test('rings a leg that is a call of its own', async () => {
    const open = openSandbox();
    const { id, others, waits, call } = await connecting(open, [connect([bo]), after]);
    assert.equal(others.length, 1);
    const [leg] = others;
    assert.ok(leg);
    assert.deepEqual([leg.role, leg.masterId, leg.status, leg.destination], ['connected', id, 'ringing', bo]);
    assert.equal(waits(), 'callee');
    const shown = await call(leg.id);
    assert.deepEqual([shown.master_call_id, shown.direction, shown.status], [id, 'outgoing', 'ringing']);
    assert.notEqual(shown.activeflow_id, (await call()).activeflow_id);
  });

  test('talks until the called party hangs up, and then the flow continues', async () => {
    const open = openSandbox();
    const { others, waits, said, call } = await connecting(open, [connect([bo]), after]);
    const id = others[0]?.id ?? '';
    open.sandbox.phone.answer(id);
    assert.equal(waits(), 'bridge');
    const joined = (await open.ask('GET', `/activeflows/${(await call(id)).activeflow_id}`)).body;
    assert.deepEqual([joined.status, joined.current_action.type], ['running', 'confbridge_join']);
    open.clock.advance(5000);
    open.sandbox.phone.hangup(id);
    assert.equal(said(), 'After');
    const over = await call(id);
    assert.deepEqual([over.status, over.hangup_by, over.hangup_reason], ['hangup', 'remote', 'normal']);
    assert.equal((await open.ask('GET', `/activeflows/${over.activeflow_id}`)).body.status, 'ended');
  });

  test('goes on when the only party does not answer', async () => {
    for (const way of ['decline', 'busy', 'noAnswer'] as const) {
      const open = openSandbox();
      const { others, said } = await connecting(open, [connect([bo]), after]);
      open.sandbox.phone[way](others[0]?.id ?? '');
      assert.equal(said(), 'After', way);
    }
  });

  test('of several parties the others hear nothing of it when one is busy', async () => {
    const open = openSandbox();
    const { others, waits } = await connecting(open, [
      connect([bo, { type: 'sip', target: 'cy@sip.example.com' }]),
      after,
    ]);
    assert.equal(others.length, 2);
    open.sandbox.phone.busy(others[0]?.id ?? '');
    assert.equal(waits(), 'callee');
    open.sandbox.phone.answer(others[1]?.id ?? '');
    assert.equal(waits(), 'bridge');
  });

  test('ends with the call: whoever still rings is cancelled', async () => {
    const open = openSandbox();
    const { id, others, call } = await connecting(open, [connect([bo])]);
    open.sandbox.phone.hangup(id);
    const leg = await call(others[0]?.id);
    assert.deepEqual([leg.status, leg.hangup_by, leg.hangup_reason], ['hangup', 'local', 'cancel']);
    assert.deepEqual(open.sandbox.phone.legs, []);
  });

  test('an extension and an agent ring as group calls', async () => {
    const open = openSandbox();
    const destinations = [
      { type: 'extension', target_name: '2001' },
      { type: 'agent', target: seedIds.workshop },
    ];
    const { others, waits } = await connecting(open, [connect(destinations), after]);
    assert.deepEqual(
      others.map(({ destination }) => destination.target),
      ['2001@localhost', '2002@localhost', '+15550101001'],
    );
    assert.equal(new Set(others.map(({ groupcallId }) => groupcallId)).size, 2);
    open.sandbox.phone.answer(others[2]?.id ?? '');
    assert.equal(waits(), 'bridge');
    assert.deepEqual(
      open.sandbox.phone.legs.map(({ destination }) => destination.target),
      ['+15550101011', '2001@localhost', '+15550101001'],
    );
  });

  test('goes on when nobody of a group answers', async () => {
    const open = openSandbox();
    const { others, said } = await connecting(open, [connect([{ type: 'agent', target: seedIds.workshop }]), after]);
    open.sandbox.phone.busy(others[0]?.id ?? '');
    assert.equal(said(), undefined);
    open.sandbox.phone.decline(others[1]?.id ?? '');
    assert.equal(said(), 'After');
  });

  test('with nobody who can be called stops the flow', async () => {
    const open = openSandbox();
    const { call, path } = await connecting(open, [
      connect([{ type: 'conference', target: seedIds.conference }]),
      after,
    ]);
    const { status, hangup_by, activeflow_id } = await call();
    assert.deepEqual([status, hangup_by], ['hangup', 'local']);
    assert.equal(open.sandbox.trace(activeflow_id)?.result?.error, 'no outgoing call');
    assert.equal(await path(), 'connect');
  });
});
