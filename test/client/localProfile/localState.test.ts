import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { keepLocalState, keptLocalState } from '../../../client/localProfile/localState';
import { createLocalVoipbin } from '../../../client/localProfile/localVoipbin';
import { localConnection, memoryOf } from '../../support/commandContext';
import { fakeClock } from '../../support/fakeClock';

const flow = { name: 'Menu', detail: '', actions: [{ type: 'answer' }], on_complete_flow_id: undefined };

suite('the state of the local VoIPbin', () => {
  test('what was registered is there the next time; calls and keys are not kept', async () => {
    const { api, voipbin } = await localConnection();
    const memory = memoryOf();
    const clock = fakeClock();
    const stop = keepLocalState(voipbin.sandbox, memory, clock);
    const { id } = await api.createFlow(flow);
    await api.createCall({ destinations: [{ type: 'sip', target: 'a@b.c' }], actions: [] });
    assert.deepEqual(memory.kept, {});
    clock.advance(1000);
    stop();
    const text = JSON.stringify(memory.kept);
    assert.ok(!text.includes(voipbin.sandbox.accessKey) && !text.includes('a@b.c'));
    const next = createLocalVoipbin(() => {}, keptLocalState(memory)).sandbox.snapshot().tables;
    assert.ok(next.flows?.some((row) => row.id === id));
    assert.deepEqual([next.calls, next.numbers?.length], [[], voipbin.sandbox.snapshot().tables.numbers?.length]);
  });

  test('what has changed last is written when VS Code is closed', async () => {
    const { api, voipbin } = await localConnection();
    const memory = memoryOf();
    const stop = keepLocalState(voipbin.sandbox, memory, fakeClock());
    stop();
    assert.deepEqual(memory.kept, {});
    const again = keepLocalState(voipbin.sandbox, memory, fakeClock());
    await api.createFlow(flow);
    again();
    assert.match(JSON.stringify(memory.kept), /Menu/);
  });

  test('what cannot be read counts as nothing', () => {
    for (const kept of [undefined, 7, {}, { version: 9 }])
      assert.equal(keptLocalState(memoryOf({ 'voipbin.localVoipbin': kept })), undefined);
  });
});
