import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callSchema } from '../../../client/api/resources';
import { answeredAfter, runTime } from '../../../client/run/runClock';
import type { RunEvent } from '../../../flow/simulator';
import { runOf } from '../../support/runOf';

const noon = Date.parse('2026-01-02T12:00:00Z');
const call = (more: object = {}) =>
  callSchema.parse({ id: 'c', status: 'progressing', tm_create: '2026-01-02T12:00:00Z', ...more });
const answered = { tm_progressing: '2026-01-02T12:00:04Z' };

suite('the time of a run', () => {
  test('counts from the answer, as on the phone, and before that from when the call was placed', () => {
    const now = { here: noon + 10_000, local: 0 };
    assert.equal(runTime(runOf(), now), 10_000);
    assert.equal(runTime(runOf({ call: call() }), now), 10_000);
    assert.equal(runTime(runOf({ call: call(answered) }), now), 6000);
    assert.equal(answeredAfter(runOf({ call: call(answered) })), 4000);
  });

  test('on the local VoIPbin is that of its own clock, which can run fast', () => {
    const now = { here: noon + 1000, local: noon + 64_000 };
    assert.equal(runTime(runOf({ profile: 'local', call: call(answered) }), now), 60_000);
    assert.equal(runTime(runOf({ profile: 'local' }), now), 1000);
    const events = [{ type: 'start', time: noon }] as unknown as readonly RunEvent[];
    assert.equal(runTime(runOf({ profile: 'local', kind: 'activeflow', events }), now), 64_000);
  });

  test('of a session of the simulator is that of the call, and stands still while the call does', () => {
    const input = { actions: [], referenceType: 'call' } as const;
    const events = [
      { type: 'start', time: 1000, input },
      { type: 'answered', time: 3000, by: 'answer' },
    ] as unknown as readonly RunEvent[];
    const now = { here: noon + 60_000, local: 0 };
    const run = runOf({ kind: 'simulation', events, virtualNow: () => 10_000 });
    assert.equal(runTime(run, now), 7000);
    assert.equal(runTime({ ...run, events: [] }, now), 0);
    assert.equal(answeredAfter(run), 2000);
  });
});
