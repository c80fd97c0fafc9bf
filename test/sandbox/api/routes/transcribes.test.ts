import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../../flow/json/jsonValue';
import { seedIds } from '../../../../sandbox';
import { NOWHERE } from '../../../support/ids';
import { ana, assertError, type OpenSandbox, openSandbox, someNumber } from '../../openSandbox';

const sleep = { type: 'sleep', option: { duration: 60_000 } };

async function answered({ ask, clock, sandbox }: OpenSandbox, ...actions: JsonValue[]): Promise<string> {
  const body = { source: someNumber, destinations: [ana], actions: [...actions, sleep] };
  const { id } = (await ask('POST', '/calls', body)).body.calls[0];
  clock.advance(200);
  sandbox.phone.answer(id);
  return id;
}

const list = async ({ ask }: OpenSandbox) => (await ask('GET', '/transcribes')).body.result;
const transcribe = { type: 'transcribe_start', option: { language: 'de-DE', direction: 'in' } };

suite('what a flow transcribes is in /transcribes', () => {
  test('a call, until it is over', async () => {
    const open = openSandbox();
    const id = await answered(open, transcribe);
    const [item, ...more] = await list(open);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [item.reference_type, item.reference_id, item.status, item.language, item.direction],
      ['call', id, 'progressing', 'de-DE', 'in'],
    );
    open.sandbox.phone.hangup(id);
    assert.equal((await list(open))[0].status, 'done');
  });

  test('under the id that the flow knows', async () => {
    const open = openSandbox();
    const call = await answered(open, transcribe, {
      type: 'talk',
      option: { text: '${voipbin.transcribe.id}', language: 'en-US' },
    });
    assert.equal(open.sandbox.phone.leg(call)?.saying?.text, (await list(open))[0].id);
  });

  test('a second time in the same language is refused', async () => {
    const open = openSandbox();
    await answered(open, transcribe, transcribe, { type: 'transcribe_start', option: { language: 'en-US' } });
    const languages = (await list(open)).map(({ language }: { language: string }) => language);
    assert.deepEqual(languages, ['en-US', 'de-DE']);
  });

  test('each recording of the call', async () => {
    const open = openSandbox();
    const recorded = [{ type: 'recording_start', option: { format: 'wav' } }, { type: 'recording_stop' }];
    const id = await answered(open, ...recorded, ...recorded, { type: 'transcribe_recording', option: {} });
    const { recording_ids } = (await open.ask('GET', `/calls/${id}`)).body;
    const all = await list(open);
    assert.equal(recording_ids.length, 2);
    assert.deepEqual(all.map((item: { reference_id: string }) => item.reference_id).reverse(), recording_ids);
    assert.deepEqual([all[0].reference_type, all[0].status, all[0].direction], ['recording', 'done', 'both']);
  });
});

suite('/transcribes', () => {
  const ofCall = (reference_id: string) => ({ reference_type: 'call', reference_id, language: 'en-US', direction: '' });

  test('begins one of a call and stops it, and its flow runs', async () => {
    const open = openSandbox();
    const id = await answered(open);
    const on_end_flow_id = seedIds.greetingFlow;
    const { body } = await open.ask('POST', '/transcribes', { ...ofCall(id), on_end_flow_id });
    assert.deepEqual([body.status, body.direction], ['progressing', 'both']);
    assertError(await open.ask('POST', '/transcribes', ofCall(id)), 500, 'INTERNAL');
    assert.equal((await open.ask('POST', `/transcribes/${body.id}/stop`)).body.status, 'done');
    const [following] = (await open.ask('GET', '/activeflows')).body.result;
    assert.deepEqual(
      [following.reference_type, following.reference_id, following.flow_id],
      ['transcribe', body.id, on_end_flow_id],
    );
    await open.ask('DELETE', `/transcribes/${body.id}`);
    assertError(await open.ask('GET', `/transcribes/${body.id}`), 404, 'TRANSCRIBE_NOT_FOUND');
  });

  test('a recording is done at once, and nobody said a word in it', async () => {
    const { ask } = openSandbox();
    const [recording] = (await ask('GET', '/recordings')).body.result;
    const { body } = await ask('POST', '/transcribes', { reference_type: 'recording', reference_id: recording.id });
    assert.deepEqual([body.status, body.language], ['done', 'en-US']);
    const { result } = (await ask('GET', `/transcripts?transcribe_id=${body.id}`)).body;
    assert.deepEqual(result, []);
    assertError(await ask('GET', `/transcripts?transcribe_id=${NOWHERE}`), 404, 'TRANSCRIBE_NOT_FOUND');
    assertError(await ask('GET', '/transcripts'), 400, 'INVALID_ID');
  });

  test('tells what cannot be transcribed', async () => {
    const open = openSandbox();
    assertError(await open.ask('POST', '/transcribes', ofCall(NOWHERE)), 404, 'CALL_NOT_FOUND');
    const nowhere = { reference_type: 'recording', reference_id: NOWHERE };
    assertError(await open.ask('POST', '/transcribes', nowhere), 404, 'RECORDING_NOT_FOUND');
    const bridge = { ...nowhere, reference_type: 'confbridge' };
    assertError(await open.ask('POST', '/transcribes', bridge), 501, 'NOT_IN_SANDBOX');
    const id = await answered(open);
    open.sandbox.phone.hangup(id);
    assertError(await open.ask('POST', '/transcribes', ofCall(id)), 500, 'INTERNAL');
  });
});
