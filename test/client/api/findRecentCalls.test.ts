import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CallBody } from '../../../client/api/bodies';
import { findRecentCalls } from '../../../client/api/findRecentCalls';
import { apiInProcess } from '../../support/apiInProcess';
import { A, B } from '../../support/ids';

const source = { type: 'tel', target: '+15550001111' };
const destination = { type: 'tel', target: '+15552223333' };
const placed = {
  id: 'c',
  status: 'ringing',
  direction: 'outgoing',
  source: { ...source, name: 'shop' },
  destination,
  tm_create: '2026-01-02T12:00:01.123456Z',
};
const body: CallBody = { source, destinations: [destination] };

async function found(call: object, wanted: CallBody = body, date?: string): Promise<boolean> {
  const { api, clock } = apiInProcess(() =>
    Response.json({ result: [{ ...placed, ...call }] }, date === undefined ? {} : { headers: { date } }),
  );
  return (await findRecentCalls(api, wanted, clock.now())).length > 0;
}

suite('findRecentCalls', () => {
  test('finds the call that was placed', async () => {
    assert.equal(await found({}), true);
    assert.equal(await found({ tm_create: '2026-01-02 12:00:01.123456' }), true, 'as older servers write it');
  });

  test('takes no earlier one', async () => assert.equal(await found({ tm_create: '2026-01-02T11:59:50Z' }), false));

  test('takes the difference of the clocks off', async () => {
    const ahead = 'Fri, 02 Jan 2026 12:10:00 GMT';
    assert.equal(await found({}, body, ahead), false, 'ten minutes ago by the server’s clock');
    assert.equal(await found({ tm_create: '2026-01-02T12:10:01Z' }, body, ahead), true);
  });

  test('takes none from or to somebody else', async () => {
    assert.equal(await found({ source: { type: 'tel', target: '+15559999999' } }), false);
    assert.equal(await found({ destination: { type: 'tel', target: '+15559999999' } }), false);
    assert.equal(await found({ destination: { type: 'sip', target: '+15552223333' } }), false);
    assert.equal(await found({ source: null }), false);
    assert.equal(await found({ direction: 'incoming' }), false);
    assert.equal(await found({ tm_create: null }), false);
  });

  test('does not ask for a source that was left to VoIPbin', async () =>
    assert.equal(await found({}, { destinations: [destination] }), true));

  test('any of several destinations will do', async () =>
    assert.equal(await found({}, { destinations: [{ type: 'sip', target: 'a@b' }, destination] }), true));

  test('a flow that was named has to be the one', async () => {
    assert.equal(await found({ flow_id: 'abc' }, { ...body, flow_id: 'ABC' }), true);
    assert.equal(await found({ flow_id: 'abd' }, { ...body, flow_id: 'abc' }), false);
  });

  test('an extension rings where it is registered, and no call tells its group', async () => {
    const wanted = { destinations: [{ type: 'extension', target_name: '1000' }] };
    const phone = { type: 'sip', target: '1000@10.0.0.7' };
    assert.equal(await found({ destination: phone }, wanted), true);
    assert.equal(await found({ destination: { ...phone, target_name: '1000' } }, wanted), true);
    assert.equal(await found({ destination: { ...phone, target_name: '2000' } }, wanted), false);
    assert.equal(await found({ groupcall_id: 'g', destination }, wanted), true, 'as older servers tell it');
    assert.equal(await found({}, wanted), false, 'a telephone is no extension');
  });

  test('an agent rings at the addresses that belong to the agent', async () => {
    const wanted = { destinations: [{ type: 'agent', target: A.toUpperCase() }] };
    assert.equal(await found({ owner_id: A }, wanted), true);
    assert.equal(await found({}, wanted), true);
    assert.equal(await found({ owner_id: B }, wanted), false);
  });

  test('takes no call that a flow has dialled', async () => {
    assert.equal(await found({ master_call_id: A }), false);
    assert.equal(await found({ master_call_id: '00000000-0000-0000-0000-000000000000' }), true);
  });

  test('another call of the account at the same time is not taken for that of an extension', async () => {
    const wanted = { destinations: [{ type: 'extension', target_name: '1000' }], actions: [{ id: A, type: 'answer' }] };
    const phone = { ...placed, destination: { type: 'sip', target: 'a@b' } };
    const calls = ['ours', 'theirs', 'secret'].map((id) => ({ ...phone, id, flow_id: `flow-${id}` }));
    const flows: Record<string, unknown> = {
      'GET /calls': { result: calls },
      'GET /flows/flow-ours': { id: 'x', actions: [{ id: A }] },
      'GET /flows/flow-theirs': { id: 'y', actions: [{ id: B }] },
    };
    const { api, clock } = apiInProcess((request) => flows[request] ?? new Response('', { status: 404 }));
    const list = await findRecentCalls(api, wanted, clock.now());
    assert.deepEqual(
      list.map(({ id }) => id),
      ['ours', 'secret'],
      'what cannot be read proves nothing',
    );
  });

  test('an extension as source is told by its name', async () => {
    const wanted = { source: { type: 'extension', target_name: '1000' }, destinations: [destination] };
    assert.equal(await found({ source: { type: 'extension', target: 'id', target_name: '1000' } }, wanted), true);
    assert.equal(await found({ source: { type: 'extension', target_name: '2000' } }, wanted), false);
  });
});
