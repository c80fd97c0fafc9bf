import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { seedIds } from '../../../../sandbox';
import { ana, assertError, openSandbox, someNumber } from '../../openSandbox';

const weekly = { type: 'conference', name: 'Weekly', detail: '', timeout: 60, data: { room: 'blue' } };

suite('making conferences', () => {
  test('changes what is sent and nothing else', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/conferences', { ...weekly, pre_flow_id: seedIds.greetingFlow });
    assert.deepEqual([body.status, body.timeout, body.pre_flow_id], ['progressing', 60, seedIds.greetingFlow]);
    const changed = (await ask('PUT', `/conferences/${body.id}`, { name: 'Monthly' })).body;
    assert.deepEqual(
      [changed.name, changed.timeout, changed.data, changed.pre_flow_id],
      ['Monthly', 60, { room: 'blue' }, seedIds.greetingFlow],
    );
    assertError(await ask('PUT', `/conferences/${body.id}`, { data: 'blue' }), 400, 'INVALID_JSON_BODY');
  });

  test('is refused for a type that there is not, and none is one', async () => {
    const { ask } = openSandbox();
    assertError(await ask('POST', '/conferences', { ...weekly, type: 'party' }), 500, 'INTERNAL');
    const { status, body } = await ask('POST', '/conferences', { name: 'Weekly' });
    assert.deepEqual([status, 'type' in body], [200, false]);
    assertError(await ask('POST', '/conferences', { timeout: 1e308 }), 400, 'INVALID_JSON_BODY');
  });

  test('takes an id of one’s own, once', async () => {
    const { ask } = openSandbox();
    const id = 'f1f1f1f1-0000-4000-8000-000000000001';
    assert.equal((await ask('POST', '/conferences', { ...weekly, id })).body.id, id);
    assertError(await ask('POST', '/conferences', { ...weekly, id }), 409, 'STATE_INVALID');
  });

  test('removes one, and whoever is in it leaves', async () => {
    const open = openSandbox();
    const { id } = (await open.ask('POST', '/conferences', weekly)).body;
    const actions = [
      { type: 'conference_join', option: { conference_id: id } },
      { type: 'talk', option: { text: 'Bye', language: 'en-US' } },
    ];
    const call = { source: someNumber, destinations: [ana], actions };
    const leg = (await open.ask('POST', '/calls', call)).body.calls[0].id;
    open.clock.advance(500);
    open.sandbox.phone.answer(leg);
    assert.equal(open.sandbox.phone.leg(leg)?.waiting?.for, 'conference');
    await open.ask('DELETE', `/conferences/${id}`);
    assert.equal(open.sandbox.phone.leg(leg)?.saying?.text, 'Bye');
    assertError(await open.ask('DELETE', `/conferences/${id}`), 404, 'CONFERENCE_NOT_FOUND');
  });
});
