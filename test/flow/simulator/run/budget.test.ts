import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { A, act, run, say, set } from '../support/flows';

const many = (count: number) => Array.from({ length: count }, (_, n) => set('n', String(n)));
const end = (actions: object[], referenceType = 'api') => {
  const { simulation, end } = run(actions as never[], { referenceType });
  return [end, simulation.result.used];
};

suite('the budget of executions', () => {
  test('100 actions and the end of the list are 101', () => assert.deepEqual(end(many(100)), ['finished', 101]));

  test('101 actions leave nothing for the end', () => assert.deepEqual(end(many(101)), ['stopped: budget', 101]));

  test('stop needs one execution more than itself', () => {
    assert.deepEqual(end([...many(99), act('stop')]), ['finished', 101]);
    assert.deepEqual(end([...many(100), act('stop')]), ['stopped: budget', 101]);
  });

  test('hangup and block still work as the last', () => {
    assert.deepEqual(end([...many(100), act('hangup')], 'call'), ['hangup', 101]);
    assert.deepEqual(end([...many(100), act('block')]), ['blocked', 101]);
  });

  test('skipped actions, jumps and nested ones count', () => {
    const loop = [say('x', { id: A }), act('branch', { default_target_id: A })];
    assert.deepEqual(end(loop), ['stopped: budget', 101]);
  });

  test('each action event tells how much is used', () => {
    const used = run(many(3), { referenceType: 'api' }).simulation.events.flatMap((event) =>
      event.type === 'action' ? [`${event.used}/${event.limit}`] : [],
    );
    assert.deepEqual(used, ['1/101', '2/101', '3/101']);
  });

  test('as the documentation has it, a run may wait 100 times and do 1000 things in between', () => {
    const quirks = { 'budget-101-actions': false };
    const silent = [set('n', '1', { id: A }), act('branch', { default_target_id: A })];
    const waiting = [act('sleep', { duration: 10 }, { id: A }), act('branch', { default_target_id: A })];
    const usedBy = (actions: object[]) => run(actions as never[], { quirks }).simulation.result.used;
    assert.equal(usedBy(silent), 1000);
    assert.equal(usedBy(waiting), 201);
  });
});
