import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callSchema } from '../../../client/api/resources';
import { entryRows, runRows } from '../../../client/callPanel/callTree';
import { runOf } from '../../support/runOf';

const at = () => '14:03';

suite('callTree', () => {
  test('a run that goes on shows what it does, and can be hung up', () => {
    const [row] = runRows([runOf({ phase: 'ringing', destination: 'Ana' })], at);
    assert.deepEqual(
      [row?.label, row?.description, row?.kind],
      ['menu.flow.json → Ana, 14:03', 'ringing · cloud', 'live'],
    );
  });

  test('one that is over shows how it ended', () => {
    const call = callSchema.parse({ id: 'c', status: 'hangup', hangup_by: 'remote', hangup_reason: 'busy' });
    const [row] = runRows([runOf({ phase: 'ended', call, startedAt: 0, endedAt: 3000 })], at);
    assert.deepEqual(
      [row?.kind, row?.icon, row?.description],
      ['over', 'warning', 'The call ended: the called party was busy. 0:03 · cloud'],
    );
    assert.match(row?.tooltip ?? '', /the called party was busy/);
  });

  test('a call that the flow has placed follows the call of the flow, and says so', () => {
    const rows = runRows(
      [
        runOf({ id: 'later', phase: 'ringing' }),
        runOf({ id: 'placed', placedBy: 'first', phase: 'ringing' }),
        runOf({ id: 'first', phase: 'running' }),
      ],
      at,
    );
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['later', 'first', 'placed'],
    );
    assert.equal(rows[2]?.description, 'placed by the flow · ringing · cloud');
  });

  test('its entries have ids of their own that stay, times, and the place they lead to', () => {
    const text = '[{"type":"answer"},{"type":"answer"}]';
    const steps = [0, 1].map((position) => ({ path: [position], type: 'answer', at: position * 1000 }));
    const rows = entryRows(runOf({ text, trace: { steps, isRunning: true, used: 2, limit: 101 } }));
    assert.deepEqual(
      rows.map(({ id, label, path, kind }) => [id, label, path, kind]),
      [
        ['run/0', ' 0:00  answer', [0], 'entry'],
        ['run/1', ' 0:01  answer', [1], 'entry'],
      ],
    );
    assert.deepEqual(entryRows(runOf()), []);
  });
});
