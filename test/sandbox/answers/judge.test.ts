import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { ana, openSandbox, someNumber } from '../openSandbox';
import { judgeAnswer, judgeEvent } from './judge';

/** An answer as it should be, to be spoilt. */
async function ringing(): Promise<Record<string, unknown>> {
  const { ask, clock } = openSandbox();
  const { body } = await ask('POST', '/calls', { source: someNumber, destinations: [ana] });
  clock.advance(1000);
  return (await ask('GET', `/calls/${body.calls[0].id}`)).body;
}

suite('the judge of answers', () => {
  test('finds what is too many, missing, null, empty, of another type, a wrong time and a wrong status', async () => {
    const call = await ringing();
    const path = `/v1.0/calls/${call.id}`;
    const judged = (change: object, status = 200) =>
      judgeAnswer('GET', path, status, JSON.stringify({ ...call, ...change })).length;
    assert.equal(judged({}), 0);
    const spoilt: Readonly<Record<string, object>> = {
      'too many': { sip_call_id: 'a' },
      missing: { status: undefined },
      null: { tm_hangup: null },
      'an empty string': { hangup_reason: '' },
      'an empty list': { recording_ids: [] },
      'another type': { flow_id: 1 },
      'a word that does not exist': { status: 'talking' },
      'zeros at the end of a time': { tm_ringing: '2026-01-02T12:00:00.200000Z' },
      'no fraction but its point': { tm_ringing: '2026-01-02T12:00:00.Z' },
      'an action without tm_execute': { action: { id: call.id, next_id: call.id } },
      'a group call': { groupcall_id: call.id },
    };
    for (const [what, change] of Object.entries(spoilt)) assert.equal(judged(change), 1, what);
    assert.equal(judged({}, 201), 1);
    assert.equal(judgeEvent(JSON.stringify(call)).length, 0);
    assert.notEqual(judgeEvent(JSON.stringify({ ...call, tm_hangup: null })).length, 0);
    assert.notEqual(judgeEvent(JSON.stringify({ id: call.id })).length, 0);
  });

  test('wants the envelope of every failure, and to know every endpoint', () => {
    const error = { status: 'NOT_FOUND', reason: 'CALL_NOT_FOUND', message: 'No.', request_id: 'req_1' };
    const judged = (body: unknown) => judgeAnswer('GET', '/v1.0/nothing', 404, JSON.stringify(body)).length;
    assert.equal(judged({ error }), 0);
    assert.equal(judged({ error: { ...error, domain: 'call-manager' } }), 1);
    assert.equal(judged({ error: { ...error, details: [] } }), 1);
    assert.equal(judged({ ...error }), 2);
    assert.equal(judgeAnswer('GET', '/v1.0/nothing', 404, '404 page not found').length, 1);
    assert.equal(judgeAnswer('GET', '/v1.0/nothing', 200, '{}').length, 1);
  });
});
