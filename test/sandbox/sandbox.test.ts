import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readState, seedIds } from '../../sandbox';
import { ana, isLater, type OpenSandbox, openSandbox, someNumber } from './openSandbox';

const sleep = { type: 'sleep', option: { duration: 60_000 } };

/** Calls that ring, talk, and are over; a flow that runs; a key and a sign-in. */
async function busy(options = {}): Promise<OpenSandbox & { readonly ids: readonly string[] }> {
  const open = openSandbox(options);
  const ids: string[] = [];
  for (const step of ['over', 'talking', 'ringing']) {
    const { body } = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: [sleep] });
    ids.push(body.calls[0].id);
    open.clock.advance(500);
    if (step !== 'ringing') open.sandbox.phone.answer(body.calls[0].id);
    if (step === 'over') open.sandbox.phone.hangup(body.calls[0].id);
  }
  await open.ask('POST', '/calls', { destinations: [{ type: 'agent', target: seedIds.workshop }] });
  await open.ask('POST', '/activeflows', { actions: [{ type: 'block' }] });
  await open.ask('POST', '/flows', { name: 'mine', actions: [{ type: 'answer' }] });
  await open.ask('POST', '/accesskeys', { name: 'CI' });
  await open.askAs({}, 'POST', '/auth/login', '{"username":"admin@localhost","password":"admin@localhost"}');
  open.clock.advance(500);
  return { ...open, ids };
}

/** Through JSON, as through a file. */
function saved(open: OpenSandbox) {
  const result = readState(JSON.parse(JSON.stringify(open.sandbox.snapshot())));
  assert.ok(result.ok);
  return result.state;
}

suite('state', () => {
  test('brings back everything, with what went on being over', async () => {
    const before = await busy();
    const state = saved(before);
    const after = openSandbox({ state });
    assert.equal(after.sandbox.accessKey, before.sandbox.accessKey);
    const calls = (await after.ask('GET', '/calls')).body.result;
    assert.deepEqual(
      calls
        .slice(-3)
        .map((call: { id: string; status: string; hangup_by: string; hangup_reason: string }) =>
          [call.id, call.status, call.hangup_by, call.hangup_reason].join(' '),
        ),
      [
        `${before.ids[2]} hangup local cancel`,
        `${before.ids[1]} hangup local normal`,
        `${before.ids[0]} hangup remote normal`,
      ],
    );
    const states = async (list: string) =>
      new Set((await after.ask('GET', `/${list}`)).body.result.map(({ status }: { status: string }) => status));
    assert.deepEqual([...(await states('activeflows')), ...(await states('groupcalls'))], ['ended', 'hangup']);
    assert.equal((await after.ask('GET', '/flows')).body.result[0].name, 'mine');
    for (const { token } of state.sessions) {
      assert.equal((await after.askAs({ authorization: `Bearer ${token}` }, 'GET', '/v1.0/flows')).status, 200);
    }
    assert.ok(after.lines.some((line) => /calls and flows that were running before have ended/.test(line)));
    assert.deepEqual(after.sandbox.phone.legs, []);
    assert.equal(after.sandbox.trace(calls[0].activeflow_id), undefined);
  });

  test('what is made afterwards is newer, though the clock was ahead', async () => {
    const before = openSandbox({ speed: 0, autoAnswer: { after: 1, talksFor: 1 } });
    const body = { source: someNumber, destinations: [ana], actions: [sleep] };
    await before.ask('POST', '/calls', body);
    before.clock.advance(0);
    const after = openSandbox({ state: saved(before), newId: () => crypto.randomUUID() });
    const newest = (await after.ask('POST', '/calls', body)).body.calls[0];
    const listed = (await after.ask('GET', '/calls')).body.result;
    assert.deepEqual([listed[0].id, listed.length], [newest.id, 2]);
    assert.ok(isLater(listed[0].tm_create, listed[1].tm_hangup));
  });

  test('keeps what the account may do', () => {
    const before = openSandbox();
    Object.assign(before.sandbox.account, { balance: -1, identityVerified: false, frozen: true, defaultSource: '' });
    assert.deepEqual(openSandbox({ state: saved(before) }).sandbox.account, before.sandbox.account);
  });

  test('tells when there is something new to keep', async () => {
    const open = openSandbox();
    let changes = 0;
    const stop = open.sandbox.onChange(() => changes++);
    const steps: [string, () => unknown][] = [
      ['a flow', () => open.ask('POST', '/flows', {})],
      ['a key', () => open.ask('POST', '/accesskeys', { expire: 86_400 })],
      ['a call', () => open.ask('POST', '/calls', { source: someNumber, destinations: [ana] })],
      ['ringing', () => open.clock.advance(500)],
      [
        'a sign-in',
        () => open.askAs({}, 'POST', '/auth/login', '{"username":"admin@localhost","password":"admin@localhost"}'),
      ],
    ];
    for (const [what, step] of steps) {
      const before = changes;
      const state = JSON.stringify(open.sandbox.snapshot());
      await step();
      assert.ok(changes > before, what);
      assert.notEqual(JSON.stringify(open.sandbox.snapshot()), state, what);
    }
    const before = changes;
    await open.ask('GET', '/calls');
    assert.equal(changes, before);
    stop();
    await open.ask('POST', '/flows', {});
    assert.equal(changes, before);
  });

  test('that is none is told from one that is', async () => {
    const good = JSON.parse(JSON.stringify((await busy()).sandbox.snapshot()));
    const bad: [unknown, RegExp][] = [
      [null, /^the file does not have the expected form/],
      [{}, /^version does not have/],
      [{ ...good, version: 2 }, /^version does not have/],
      [{ ...good, sessions: {} }, /^sessions does not have/],
      [{ ...good, tables: { ...good.tables, flows: [{ id: 'a' }] } }, /^tables\.flows\.0\.id does not have/],
      [{ ...good, tables: { ...good.tables, calls: undefined } }, /^tables\.calls does not have/],
    ];
    assert.ok(readState(good).ok);
    for (const [value, fault] of bad) {
      const result = readState(value);
      assert.ok(!result.ok);
      assert.match(result.fault, fault);
    }
  });
});

suite('reset', () => {
  test('gives a new sandbox with the same access key', async () => {
    const open = await busy();
    const fresh = openSandbox().sandbox.snapshot();
    const key = open.sandbox.accessKey;
    open.sandbox.account.balance = 0;
    open.sandbox.reset();
    assert.equal(open.sandbox.accessKey, key);
    const { account, sessions, tables } = open.sandbox.snapshot();
    assert.deepEqual([account, sessions], [fresh.account, []]);
    assert.deepEqual({ ...tables, accesskeys: [] }, { ...fresh.tables, accesskeys: [] });
    assert.equal(tables.accesskeys?.length, 1);
    assert.deepEqual(open.sandbox.phone.legs, []);
    assert.equal(open.happened.at(-1)?.type, 'reset');
  });

  test('what went on says nothing any more', async () => {
    const open = await busy({ autoAnswer: { after: 1000, talksFor: 1000 } });
    open.sandbox.reset();
    const happened = open.happened.length;
    open.clock.advance(600_000);
    assert.equal(open.happened.length, happened);
    assert.deepEqual((await open.ask('GET', '/calls')).body.result, []);
  });

  test('the phones still answer by themselves', async () => {
    const open = openSandbox({ autoAnswer: { after: 1000, talksFor: 1000 } });
    open.sandbox.reset();
    await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: [sleep] });
    open.clock.advance(2000);
    assert.equal(open.onlyLeg().status, 'progressing');
  });
});

suite('sandbox', () => {
  test('traces what runs tell, with times that are those of everything else', async () => {
    const open = openSandbox();
    const followed: string[] = [];
    const stop = open.sandbox.onTrace((id, event) => followed.push(`${id} ${event.type}`));
    const { body } = await open.ask('POST', '/activeflows', { actions: [{ type: 'block' }] });
    open.clock.advance(0);
    const trace = open.sandbox.trace(body.id);
    assert.deepEqual(
      trace?.events.map(({ type }) => type),
      ['start', 'action', 'question'],
    );
    assert.deepEqual(
      followed,
      trace?.events.map(({ type }) => `${body.id} ${type}`),
    );
    assert.equal(trace?.events[0]?.time, open.clock.now());
    assert.deepEqual(trace?.events[1]?.place?.path, ['actions', 0]);
    assert.equal(trace?.result, undefined);
    stop();
    await open.ask('POST', `/activeflows/${body.id}/stop`);
    assert.equal(open.sandbox.trace(body.id)?.result?.outcome, 'finished');
    assert.equal(followed.length, 3);
  });

  test('runs with a speed that can be changed while a call goes on', async () => {
    const open = openSandbox({ speed: 10 });
    const { body } = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: [sleep] });
    const [{ id }] = body.calls;
    open.clock.advance(20);
    assert.ok(open.sandbox.phone.answer(id));
    open.clock.advance(3000);
    assert.equal(open.sandbox.phone.leg(id)?.status, 'progressing');
    open.sandbox.speed = 0;
    open.clock.advance(0);
    assert.equal(open.sandbox.phone.leg(id), undefined);
    const call = (await open.ask('GET', `/calls/${id}`)).body;
    assert.equal(Date.parse(call.tm_hangup) - Date.parse(call.tm_progressing), 60_000);
  });

  test('that is closed does nothing any more', async () => {
    const open = await busy();
    open.sandbox.close();
    assert.deepEqual(open.clock.pending(), []);
    const happened = open.happened.length;
    open.clock.advance(600_000);
    assert.equal(open.happened.length, happened);
  });

  test('two do not know of each other', async () => {
    const [sandbox, other] = [openSandbox(), openSandbox()];
    await sandbox.ask('DELETE', `/flows/${seedIds.greetingFlow}`);
    await sandbox.ask('PUT', `/numbers/${seedIds.mainNumber}/flow_ids`, {});
    assert.equal((await other.ask('GET', `/flows/${seedIds.greetingFlow}`)).status, 200);
    assert.equal((await other.ask('GET', `/numbers/${seedIds.mainNumber}`)).body.call_flow_id, seedIds.greetingFlow);
  });

  test('forgets the oldest of what is over, and nothing else', async () => {
    const open = openSandbox();
    const kept = (await open.ask('POST', '/activeflows', { actions: [{ type: 'block' }] })).body.id;
    const first = (await open.ask('POST', '/activeflows', {})).body.id;
    open.clock.advance(0);
    for (let made = 0; made < 500; made++) {
      open.clock.advance(60);
      assert.equal((await open.ask('POST', '/activeflows', {})).status, 200);
      open.clock.advance(0);
    }
    assert.equal((await open.ask('GET', `/activeflows/${kept}`)).body.status, 'running');
    open.clock.advance(60);
    assert.equal((await open.ask('GET', `/activeflows/${first}`)).status, 404);
    assert.equal(open.sandbox.snapshot().tables.activeflows?.length, 500);
    assert.equal(open.sandbox.trace(first), undefined);
  });
});
