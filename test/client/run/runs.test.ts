import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { runName, runTitle, type ShownRun } from '../../../client/run/run';
import { createRuns } from '../../../client/run/runs';
import { emptyTrace } from '../../../client/run/traceModel';
import { runOf } from '../../support/runOf';

suite('runs', () => {
  test('the newest comes first, and every change is told', () => {
    const runs = createRuns();
    const told: string[] = [];
    const stop = runs.onChange((run) => told.push(`${run?.id} ${run?.phase}`));
    const first = runs.add(runOf({ id: 'a' }));
    runs.add(runOf({ id: 'b' }));
    first.update({ phase: 'ringing' });
    assert.deepEqual(
      runs.list().map(({ id }) => id),
      ['b', 'a'],
    );
    assert.equal(runs.find('a')?.phase, 'ringing');
    assert.deepEqual(told, ['a starting', 'b starting', 'a ringing']);
    stop();
    first.update({ phase: 'running' });
    assert.equal(told.length, 3);
  });

  test('a run that is over stays as it was', () => {
    const runs = createRuns();
    const handle = runs.add(runOf({ id: 'a' }));
    handle.update({ phase: 'ended' });
    handle.update({ phase: 'running' });
    assert.equal(handle.current().phase, 'ended');
    assert.equal(runs.find('a')?.canHangUp, false);
  });

  test('only what goes on can be hung up', async () => {
    const runs = createRuns();
    let count = 0;
    const handle = runs.add(runOf({ id: 'a' }), async () => void count++);
    assert.equal(await runs.hangUp('a'), true);
    handle.update({ phase: 'ended' });
    assert.equal(await runs.hangUp('a'), false);
    assert.equal(await runs.hangUp('nobody'), false);
    assert.equal(count, 1);
  });

  test('what is hung up here says so, unless that fails', async () => {
    const runs = createRuns();
    const seen: (boolean | undefined)[] = [];
    const handle = runs.add(runOf({ id: 'a' }), async () => {
      seen.push(handle.current().endedHere);
      if (seen.length === 1) throw new Error('busy');
    });
    await assert.rejects(runs.hangUp('a'), /busy/);
    seen.push(handle.current().endedHere);
    await runs.hangUp('a');
    handle.update({ phase: 'ended' });
    assert.deepEqual([...seen, runs.find('a')?.endedHere], [true, false, true, true]);
  });

  test('nothing runs in one that was ended within an action', () => {
    const runs = createRuns();
    const handle = runs.add(runOf({ id: 'a' }));
    handle.update({ trace: { ...emptyTrace, isRunning: true } });
    assert.equal(runs.find('a')?.trace.isRunning, true);
    handle.update({ phase: 'ended' });
    assert.equal(runs.find('a')?.trace.isRunning, false);
  });

  test('those that are over can be forgotten, and are when there are too many; live ones never', () => {
    const runs = createRuns();
    runs.add(runOf({ id: 'live' }));
    for (let number = 0; number < 80; number++) runs.add(runOf({ id: `over ${number}`, phase: 'ended' }));
    assert.ok(runs.list().length <= 52, `${runs.list().length} are kept`);
    assert.ok(runs.find('live') && runs.find('over 79') && !runs.find('over 0'));
    let told: ShownRun | undefined | 'nothing' = 'nothing';
    runs.onChange((run) => {
      told = run;
    });
    runs.clear();
    assert.deepEqual(
      runs.list().map(({ id }) => id),
      ['live'],
    );
    assert.equal(told, undefined);
  });
});

suite('runName', () => {
  test('file, destination and time tell runs apart', () => {
    const run = runOf({ destination: 'Ana' });
    assert.equal(
      runName(run, () => '14:03'),
      'menu.flow.json → Ana, 14:03',
    );
    assert.equal(runTitle(runOf({ kind: 'activeflow' })), 'menu.flow.json → without a phone');
    assert.equal(runTitle(runOf({ kind: 'simulation' })), 'menu.flow.json → simulated');
    const document = { ...run.document, name: 'notes.jsonc' };
    assert.equal(runTitle({ ...run, document }), 'notes.jsonc → Ana');
  });
});
