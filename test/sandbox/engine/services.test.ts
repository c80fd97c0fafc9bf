import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { nilUuid } from '../../../flow/model/uuid';
import { seedIds } from '../../../sandbox';
import { NOWHERE } from '../../support/ids';
import { ana, type OpenSandbox, openSandbox, pathOf, someNumber } from '../openSandbox';

const after = { type: 'talk', option: { text: 'After', language: 'en-US' } };
const joinQueue = (queue_id: string) => ({ type: 'queue_join', option: { queue_id } });

async function answered(open: OpenSandbox, actions: JsonValue) {
  const { body } = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
  const [{ id, activeflow_id }] = body.calls;
  open.clock.advance(200);
  open.sandbox.phone.answer(id);
  return {
    id,
    activeflow_id,
    leg: () => open.sandbox.phone.leg(id),
    others: () => open.sandbox.phone.legs.filter((leg) => leg.id !== id),
    read: async () => (await open.ask('GET', `/activeflows/${activeflow_id}`)).body,
    call: async () => (await open.ask('GET', `/calls/${id}`)).body,
  };
}

suite('queue_join', () => {
  test('plays the wait flow and rings an agent, whose answer ends the waiting', async () => {
    const open = openSandbox();
    const { leg, others } = await answered(open, [joinQueue(seedIds.supportQueue), after]);
    assert.equal(leg()?.saying?.text, 'All our people are talking. Please hold the line.');
    open.clock.advance(5200);
    const [agent] = others();
    assert.deepEqual(
      [agent?.role, agent?.destination.target, agent?.status],
      ['connected', '2001@localhost', 'ringing'],
    );
    open.sandbox.phone.answer(agent?.id ?? '');
    assert.equal(leg()?.waiting?.for, 'bridge');
    open.sandbox.phone.hangup(agent?.id ?? '');
    assert.equal(leg()?.saying?.text, 'After');
  });

  test('moves the caller to the bridge as soon as the agent is rung, and a second agent finds him there', async () => {
    const open = openSandbox();
    const { leg, others } = await answered(open, [joinQueue(seedIds.supportQueue), after]);
    open.clock.advance(5200);
    assert.equal(others()[0]?.status, 'ringing');
    assert.equal(leg()?.waiting?.for, 'bridge');
    open.sandbox.phone.decline(others()[0]?.id ?? '');
    assert.equal(leg()?.waiting?.for, 'bridge');
    open.clock.advance(5200);
    open.sandbox.phone.answer(others()[0]?.id ?? '');
    assert.equal(leg()?.waiting?.for, 'bridge');
    open.sandbox.phone.hangup(others()[0]?.id ?? '');
    assert.equal(leg()?.saying?.text, 'After');
  });

  test('lets the caller hear the wait flow until the agent answers, as documented', async () => {
    const open = openSandbox({ semantics: 'documented' });
    const { leg, others } = await answered(open, [joinQueue(seedIds.supportQueue), after]);
    open.clock.advance(5200);
    assert.equal(others()[0]?.status, 'ringing');
    assert.notEqual(leg()?.waiting?.for, 'bridge');
    open.sandbox.phone.answer(others()[0]?.id ?? '');
    assert.equal(leg()?.waiting?.for, 'bridge');
  });

  test('rings again when the agent declines', async () => {
    const open = openSandbox();
    const { others } = await answered(open, [joinQueue(seedIds.supportQueue)]);
    open.clock.advance(5200);
    open.sandbox.phone.decline(others()[0]?.id ?? '');
    assert.deepEqual(others(), []);
    open.clock.advance(5200);
    assert.equal(others().length, 1);
  });

  test('that is left takes the ringing agent along', async () => {
    const open = openSandbox();
    const { id } = await answered(open, [joinQueue(seedIds.supportQueue)]);
    open.clock.advance(5200);
    open.sandbox.phone.hangup(id);
    assert.deepEqual(open.sandbox.phone.legs, []);
  });

  test('that gives up does not give the call back: the caller waits on, and no agent is rung any more', async () => {
    const open = openSandbox();
    const { leg, others } = await answered(open, [joinQueue(seedIds.supportQueue), after]);
    open.clock.advance(301_000);
    assert.deepEqual(others(), []);
    assert.notEqual(leg()?.saying?.text, 'After');
    assert.ok(leg()?.waiting);
  });

  test('gives the call back when the time is over, as documented', async () => {
    const open = openSandbox({ semantics: 'documented' });
    const { leg, others } = await answered(open, [joinQueue(seedIds.supportQueue), after]);
    // Each agent is rung for a minute.
    open.clock.advance(299_999);
    assert.equal(others().length, 1);
    open.clock.advance(1);
    assert.equal(leg()?.saying?.text, 'After');
    assert.deepEqual(others(), []);
  });

  test('that has given up while it rang an agent rings none again', async () => {
    const open = openSandbox({ semantics: 'documented' });
    const { others, leg } = await answered(open, [
      joinQueue(seedIds.supportQueue),
      { type: 'sleep', option: { duration: 600_000 } },
    ]);
    open.clock.advance(299_999);
    assert.equal(others().length, 1);
    open.clock.advance(1);
    assert.equal(leg()?.waiting?.for, 'sleep');
    for (let second = 0; second < 20; second++) {
      open.clock.advance(1000);
      assert.deepEqual(others(), [], `${second + 1} s after it gave up`);
    }
  });

  test('of a queue without a wait flow drops the caller', async () => {
    const open = openSandbox();
    const { call, activeflow_id } = await answered(open, [joinQueue(seedIds.queueWithoutWaitFlow), after]);
    assert.equal((await call()).status, 'hangup');
    assert.equal(open.sandbox.trace(activeflow_id)?.result?.error, 'flow not found');
  });

  test('of a queue of another account assumes one, and says so', async () => {
    const open = openSandbox();
    const { leg, activeflow_id } = await answered(open, [joinQueue(NOWHERE), after]);
    const assumed = open.sandbox.trace(activeflow_id)?.events.find((event) => event.type === 'assumed');
    assert.ok(assumed);
    assert.ok(open.lines.some((line) => line.includes(`Nothing is scripted for the queue ${NOWHERE}`)));
    assert.equal(leg()?.waiting?.for, 'sleep');
  });
});

suite('call', () => {
  const callBo = (more: object) => ({
    type: 'call',
    option: { source: someNumber, destinations: [{ type: 'tel', target: '+15550101012' }], ...more },
  });

  test('places a call with a flow of its own, and goes on', async () => {
    const open = openSandbox();
    const { leg, others } = await answered(open, [
      callBo({
        actions: [{ type: 'talk', option: { text: 'To ${voipbin.call.destination.target}', language: 'en-US' } }],
      }),
      after,
    ]);
    assert.equal(leg()?.saying?.text, 'After');
    const [bo] = others();
    assert.deepEqual([bo?.role, bo?.masterId, bo?.status], ['flow', undefined, 'dialing']);
    open.clock.advance(1000);
    open.sandbox.phone.answer(bo?.id ?? '');
    // The text was made by the flow that calls: there the destination is another one.
    assert.equal(open.sandbox.phone.leg(bo?.id ?? '')?.saying?.text, 'To +15550101011');
    open.clock.advance(60_000);
    assert.deepEqual(open.sandbox.phone.legs, []);
  });

  test('chained, is hung up with the call that placed it', async () => {
    const open = openSandbox();
    const { id, others, call } = await answered(open, [callBo({ chained: true, actions: [after] }), after]);
    const bo = others()[0];
    assert.equal(bo?.masterId, id);
    assert.deepEqual((await call()).chained_call_ids, [bo?.id]);
    open.sandbox.phone.hangup(id);
    const chained = (await open.ask('GET', `/calls/${bo?.id}`)).body;
    assert.deepEqual([chained.status, chained.hangup_by, chained.hangup_reason], ['hangup', 'local', 'cancel']);
  });

  test('to an extension rings a group', async () => {
    const open = openSandbox();
    const option = { source: someNumber, destinations: [{ type: 'extension', target_name: '2001' }], actions: [after] };
    const { others } = await answered(open, [
      { type: 'call', option },
      { type: 'sleep', option: { duration: 9000 } },
    ]);
    open.clock.advance(1000);
    const [phone] = others();
    assert.notEqual(phone?.groupcallId, undefined);
    open.sandbox.phone.answer(phone?.id ?? '');
    assert.equal(open.sandbox.phone.leg(phone?.id ?? '')?.saying?.text, 'After');
  });

  test('that calls itself comes to an end', async () => {
    const open = openSandbox({ speed: 0, autoAnswer: { after: 1000, talksFor: 1000 } });
    const flow = (await open.ask('POST', '/flows', { name: 'again' })).body;
    const actions = [callBo({ flow_id: flow.id })];
    await open.ask('PUT', `/flows/${flow.id}`, { actions });
    await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], flow_id: flow.id });
    open.clock.advance(0);
    const calls = (await open.ask('GET', '/calls')).body.result;
    assert.equal(calls.length, 21);
    assert.ok(calls.every((call: { status: string }) => call.status === 'hangup'));
  });
});

suite('services', () => {
  test('a recording is listed while it runs and when it is over', async () => {
    const open = openSandbox();
    const { id, call } = await answered(open, [
      { type: 'recording_start', option: { format: 'wav' } },
      { type: 'sleep', option: { duration: 5000 } },
      { type: 'recording_stop' },
      { type: 'sleep', option: { duration: 5000 } },
    ]);
    const newest = async () => (await open.ask('GET', '/recordings')).body.result[0];
    const running = await newest();
    assert.deepEqual(
      [running.status, running.reference_id, running.format, running.tm_end],
      ['recording', id, 'wav', undefined],
    );
    assert.deepEqual([(await call()).recording_id, (await call()).recording_ids], [running.id, [running.id]]);
    open.clock.advance(6000);
    const over = await newest();
    assert.deepEqual(
      [over.id, over.status, Date.parse(over.tm_end) - Date.parse(over.tm_start)],
      [running.id, 'ended', 5000],
    );
    assert.deepEqual([(await call()).recording_id, (await call()).recording_ids], [nilUuid, [running.id]]);
  });

  test('the action that ends a recording is an action of the call, like all that the call manager runs', async () => {
    const open = openSandbox();
    const { call } = await answered(open, [{ type: 'recording_start' }, { type: 'recording_stop' }]);
    open.clock.advance(1000);
    assert.equal((await call()).action.type, 'recording_stop');
  });

  test('a URL is asked when the sandbox may, and meanwhile nothing stands still', async () => {
    let reply = (_answer: { status: number; body: string }) => {};
    const asked: unknown[] = [];
    const open = openSandbox({
      fetchActions: (request) => {
        asked.push(request);
        return new Promise((resolve) => {
          reply = resolve;
        });
      },
    });
    const fetch = { type: 'fetch', option: { event_url: 'https://flows.example.com/next', event_method: 'POST' } };
    const { leg, id, activeflow_id } = await answered(open, [fetch, { type: 'hangup' }]);
    assert.deepEqual(asked, [
      {
        url: 'https://flows.example.com/next',
        method: 'POST',
        body: JSON.stringify({ activeflow_id, reference_id: id }),
      },
    ]);
    assert.equal(leg()?.waiting, undefined);
    reply({ status: 200, body: JSON.stringify([{ id: NOWHERE, ...after }]) });
    await new Promise(setImmediate);
    assert.equal(leg()?.saying?.text, 'After');
  });

  test('a call can be hung up and a flow stopped while a URL is asked', async () => {
    for (const way of ['hangup', 'stop'] as const) {
      let fail = () => {};
      const open = openSandbox({
        fetchActions: () =>
          new Promise((_resolve, reject) => {
            fail = () => reject(new Error('too late'));
          }),
      });
      const { id, call, read, activeflow_id } = await answered(open, [
        { type: 'fetch', option: { event_url: 'https://flows.example.com/next' } },
        after,
      ]);
      if (way === 'hangup') open.sandbox.phone.hangup(id);
      else await open.ask('POST', `/activeflows/${activeflow_id}/stop`);
      fail();
      await new Promise(setImmediate);
      assert.deepEqual(
        [(await call()).status, (await read()).status, pathOf(await read())],
        ['hangup', 'ended', 'fetch'],
      );
    }
  });

  test('a URL that may not be asked cannot be reached', async () => {
    const open = openSandbox();
    const { activeflow_id } = await answered(open, [
      { type: 'fetch', option: { event_url: 'https://flows.example.com/next' } },
    ]);
    assert.equal(open.sandbox.trace(activeflow_id)?.result?.error, 'fetch failed');
  });

  test('the time of day is that of the clock', async () => {
    const open = openSandbox();
    const hour = new Date(open.clock.now()).getUTCHours();
    const condition = {
      type: 'condition_datetime',
      option: { condition: '==', hour, minute: -1, false_target_id: NOWHERE },
    };
    const { leg } = await answered(open, [condition, after]);
    assert.equal(leg()?.saying?.text, 'After');
  });

  test('the semantics can be changed for the runs that begin then', async () => {
    const target = 'aaaaaaaa-0000-4000-8000-000000000001';
    const actions = [
      { id: target, type: 'variable_set', option: { key: 'a', value: 'b' } },
      { type: 'goto', option: { target_id: target, loop_count: 1 } },
    ];
    const open = openSandbox();
    const used = async () => {
      const { body } = await open.ask('POST', '/activeflows', { actions });
      open.clock.advance(0);
      return open.sandbox.trace(body.id)?.result?.used;
    };
    assert.equal(open.sandbox.semantics, 'observed');
    assert.equal(await used(), 101);
    open.sandbox.semantics = 'documented';
    assert.equal(await used(), 5);
  });
});
