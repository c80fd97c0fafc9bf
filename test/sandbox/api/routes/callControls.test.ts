import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../../flow/json/jsonValue';
import { seedIds } from '../../../../sandbox';
import { NOWHERE } from '../../../support/ids';
import { ana, assertError, type OpenSandbox, openSandbox, someNumber } from '../../openSandbox';

const sleep = { type: 'sleep', option: { duration: 60_000 } };
const record = { format: 'wav', end_of_silence: 0, end_of_key: '', duration: 0, on_end_flow_id: '' };

/** A call that rings, or that is answered. */
async function call({ ask, clock, sandbox }: OpenSandbox, answered: boolean, actions: JsonValue = [sleep]) {
  const { body } = await ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
  const { id } = body.calls[0];
  clock.advance(200);
  if (answered) sandbox.phone.answer(id);
  return { path: `/calls/${id}`, id, read: async () => (await ask('GET', `/calls/${id}`)).body };
}

suite('hold, music, silence and mute of a call', () => {
  test('are answered silently, as long as there is such a call', async () => {
    const open = openSandbox();
    const { path } = await call(open, true);
    for (const control of ['hold', 'moh', 'silence']) {
      for (const method of ['POST', 'DELETE']) {
        const { status, body } = await open.ask(method, `${path}/${control}`);
        assert.deepEqual([status, body], [200, '']);
        assertError(await open.ask(method, `/calls/${NOWHERE}/${control}`), 404, 'CALL_NOT_FOUND');
        assertError(await open.ask(method, `/calls/first/${control}`), 400, 'INVALID_ID');
      }
    }
  });

  test('muting shows on the call until it is taken back', async () => {
    const open = openSandbox();
    const { path, read } = await call(open, true);
    const seen: string[] = [];
    for (const [method, body] of [
      ['POST', { direction: 'in' }],
      ['POST', {}],
      ['DELETE', {}],
    ] as const) {
      assert.equal((await open.ask(method, `${path}/mute`, body)).status, 200);
      seen.push((await read()).mute_direction ?? '');
    }
    assert.deepEqual(seen, ['in', 'both', '']);
  });

  test('muting needs a body, and does nothing to a call that is over', async () => {
    const open = openSandbox();
    const { path, id, read } = await call(open, true);
    assertError(await open.ask('POST', `${path}/mute`), 400, 'INVALID_JSON_BODY');
    open.sandbox.phone.hangup(id);
    const before = await read();
    assert.equal((await open.ask('POST', `${path}/mute`, {})).status, 200);
    assert.deepEqual(await read(), before);
  });
});

suite('talk on a call', () => {
  test('is heard on the phone while the flow continues', async () => {
    const open = openSandbox();
    const { path, id, read } = await call(open, true);
    const { status } = await open.ask('POST', `${path}/talk`, { text: 'One moment.', language: 'en-US' });
    assert.equal(status, 200);
    const said = open.happened.findLast((event) => event.type === 'said');
    assert.ok(said?.type === 'said');
    assert.deepEqual([said.text, said.async, said.leg.id], ['One moment.', true, id]);
    assert.equal((await read()).action.type, 'sleep');
  });

  test('fails while it rings and when it is over', async () => {
    const open = openSandbox();
    const { path, id } = await call(open, false);
    assertError(await open.ask('POST', `${path}/talk`, { text: 'Hello' }), 500, 'INTERNAL');
    open.sandbox.phone.hangup(id);
    assertError(await open.ask('POST', `${path}/talk`, { text: 'Hello' }), 500, 'INTERNAL');
  });
});

suite('recording a call', () => {
  test('is an entry of /recordings until it is stopped', async () => {
    const open = openSandbox();
    const { path, id, read } = await call(open, true);
    const { body } = await open.ask('POST', `${path}/recording_start`, record);
    const recording = async () => (await open.ask('GET', `/recordings/${body.recording_id}`)).body;
    assert.deepEqual(
      [(await recording()).status, (await recording()).reference_id, body.recording_ids],
      ['recording', id, [body.recording_id]],
    );
    assertError(await open.ask('POST', `${path}/recording_start`, record), 500, 'INTERNAL');
    await open.ask('POST', `${path}/recording_stop`);
    assert.equal((await recording()).status, 'ended');
    assert.match((await read()).recording_id, /^0+-/);
    assertError(await open.ask('POST', `${path}/recording_stop`), 500, 'INTERNAL');
  });

  test('is refused before the call is answered', async () => {
    const open = openSandbox();
    const { path } = await call(open, false);
    assertError(await open.ask('POST', `${path}/recording_start`, record), 500, 'INTERNAL');
  });

  test('ends after its duration, and its flow runs with what it has to know', async () => {
    const open = openSandbox();
    const { path } = await call(open, true);
    const on_end_flow_id = seedIds.greetingFlow;
    const { body } = await open.ask('POST', `${path}/recording_start`, { ...record, duration: 5, on_end_flow_id });
    open.clock.advance(5000);
    const [following] = (await open.ask('GET', '/activeflows')).body.result;
    assert.deepEqual(
      [following.reference_type, following.reference_id, following.flow_id],
      ['recording', body.recording_id, on_end_flow_id],
    );
  });

  test('that has ended does not end the next one when its time comes, nor does one that is endless', async () => {
    const open = openSandbox();
    const { path, read } = await call(open, true);
    await open.ask('POST', `${path}/recording_start`, { ...record, duration: 5 });
    await open.ask('POST', `${path}/recording_stop`);
    const { body } = await open.ask('POST', `${path}/recording_start`, { ...record, duration: 1e15 });
    open.clock.advance(6000);
    assert.equal((await read()).recording_id, body.recording_id);
  });

  test('ends with the call', async () => {
    const open = openSandbox();
    const { path, id } = await call(open, true);
    const { body } = await open.ask('POST', `${path}/recording_start`, record);
    open.sandbox.phone.hangup(id);
    assert.equal((await open.ask('GET', `/recordings/${body.recording_id}`)).body.status, 'ended');
  });

  test('keeps the flow from beginning another one', async () => {
    const open = openSandbox();
    const { path, id, read } = await call(open, true, [
      { type: 'sleep', option: { duration: 1000 } },
      { type: 'recording_start', option: { format: 'mp3' } },
      sleep,
    ]);
    await open.ask('POST', `${path}/recording_start`, record);
    open.clock.advance(2000);
    assert.equal((await read()).recording_ids.length, 1);
    assert.ok(open.sandbox.phone.leg(id));
  });
});

test('the sound of a call cannot be streamed, and the answer says why', async () => {
  const open = openSandbox();
  const { path } = await call(open, true);
  assertError(await open.ask('GET', `${path}/media_stream`), 501, 'NOT_IN_SANDBOX');
});
