import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CallBody } from '../../../client/api/bodies';
import { findRecentCalls } from '../../../client/api/findRecentCalls';
import { apiInProcess } from '../../support/apiInProcess';

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

  test('an extension rings elsewhere, so the group tells', async () => {
    const wanted = { destinations: [{ type: 'extension', target_name: '1000' }] };
    assert.equal(await found({ groupcall_id: 'g', destination: { type: 'sip', target: 'x' } }, wanted), true);
    assert.equal(await found({}, wanted), false);
  });

  test('an extension as source is told by its name', async () => {
    const wanted = { source: { type: 'extension', target_name: '1000' }, destinations: [destination] };
    assert.equal(await found({ source: { type: 'extension', target: 'id', target_name: '1000' } }, wanted), true);
    assert.equal(await found({ source: { type: 'extension', target_name: '2000' } }, wanted), false);
  });
});
