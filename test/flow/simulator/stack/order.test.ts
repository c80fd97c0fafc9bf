import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { A, act, B, C, FINISH, FLOW, NOWHERE, run, START, say, set, way } from '../support/flows';

suite('which action comes next', () => {
  test('the next of the list, and the end behind the last', () => {
    assert.equal(way([say('1'), say('2')]), '0 1 | finished');
  });

  test('an empty list ends at once and costs one execution', () => {
    const { end, simulation } = run([]);
    assert.equal(end, 'finished');
    assert.equal(simulation.result.used, 1);
  });

  test('next_id, on every type', () => {
    assert.equal(way([say('1', { next_id: B }), say('2'), say('3', { id: B })]), '0 2 | finished');
    const goto = act('goto', { target_id: A, loop_count: 0 }, { next_id: B });
    assert.equal(way([goto, say('2', { id: A }), say('3', { id: B })]), '0 2 | finished');
  });

  test('next_id of a branch is dead, because a branch always jumps', () => {
    const branch = act('branch', { default_target_id: A }, { next_id: B });
    assert.equal(way([branch, say('1', { id: A, next_id: FINISH }), say('2', { id: B })]), '0 1 | finished');
  });

  test('next_id of a true condition is taken, of a false one not', () => {
    const test = (value: string) =>
      act(
        'condition_variable',
        { condition: '==', variable: '${x}', value_type: 'string', value_string: value, false_target_id: A },
        { next_id: B },
      );
    const flow = (value: string) => [test(value), say('false', { id: A, next_id: FINISH }), say('true', { id: B })];
    assert.equal(way(flow('')), '0 2 | finished');
    assert.equal(way(flow('1')), '0 1 | finished');
  });

  test('next_id of a nested list is taken when the list has returned', () => {
    const world = { flows: { [FLOW]: [say('inner')] } };
    const fetch = act('fetch_flow', { flow_id: FLOW }, { next_id: B });
    assert.equal(way([fetch, say('2'), say('3', { id: B })], { world }), `0 flows/${FLOW}/0 2 | finished`);
  });

  test('an unknown next_id ends the flow without an error', () => {
    assert.equal(way([say('1', { next_id: NOWHERE }), say('2')]), '0 | finished');
  });

  test('of equal ids the first stands for all', () => {
    const { path, end } = run([say('A', { id: A }), say('B', { id: B }), say("A'", { id: A }), say('C', { id: C })]);
    assert.ok(path.startsWith('0 1 0 1 0 1'));
    assert.equal(end, 'stopped: budget');
  });
});

suite('reserved ids', () => {
  const next = (id: string) => [say('1'), say('2', { next_id: id }), say('3')];
  const jump = (id: string) => [act('branch', { target_ids: { '': id } }), say('2')];

  test('the empty id: nothing as next_id, no target', () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    assert.equal(way(next(nil)), '0 1 2 | finished');
    assert.equal(way(jump(nil)), '0 | stopped: invalid action id');
  });

  test('the start id: back to the first action, as next_id and as target', () => {
    assert.ok(way(next(START)).startsWith('0 1 0 1 0'));
    assert.ok(way(jump(START)).startsWith('0 0 0'));
  });

  test('the start id as the id of an action: that is the first one for ever', () => {
    assert.ok(way([say('1', { id: START }), say('2')]).startsWith('0 0 0'));
    assert.ok(way([say('1'), say('2', { id: START }), say('3')]).startsWith('0 0 0'));
  });

  test('the finish id: the end as next_id, no target, and reaching it ends the flow', () => {
    assert.equal(way(next(FINISH)), '0 1 | finished');
    assert.equal(way(jump(FINISH)), '0 | stopped: no more stack left');
    assert.equal(way([say('1'), say('2', { id: FINISH }), say('3')]), '0 | finished');
  });

  test('the next id: nothing special', () => {
    const id = '00000000-0000-0000-0000-000000000003';
    assert.equal(way(next(id)), '0 1 | finished');
    assert.equal(way(jump(id)), '0 | stopped: no more stack left');
    assert.equal(way([say('1', { id }), say('2')]), '0 1 | finished');
  });

  test('in a nested list the start id restarts that list once it has run, and is no target', () => {
    const inner = (actions: readonly object[]) => ({ flows: { [FLOW]: actions as never[] } });
    const fetch = [act('fetch_flow', { flow_id: FLOW }), say('end')];
    const restarts = run(fetch, { world: inner([say('a'), say('b', { id: START }), say('c')]) });
    assert.ok(restarts.path.startsWith(`0 flows/${FLOW}/0 flows/${FLOW}/1 flows/${FLOW}/0`));
    const asTarget = act('goto', { target_id: START, loop_count: 1 });
    assert.equal(way(fetch, { world: inner([asTarget]) }), `0 flows/${FLOW}/0 | stopped: no more stack left`);
    assert.equal(way(fetch, { world: inner([say('a', { next_id: START })]) }), `0 flows/${FLOW}/0 | finished`);
  });
});

suite('nested lists', () => {
  const fetch = act('fetch_flow', { flow_id: FLOW });

  test('run like a subroutine and share the variables', () => {
    const world = { flows: { [FLOW]: [set('x', '${x}2')] } };
    const { path, variables } = run([set('x', '1'), fetch, set('x', '${x}3')], { world });
    assert.equal(path, `0 1 flows/${FLOW}/0 2`);
    assert.equal(variables.x, '123');
  });

  test('an action in them may jump outwards, never inwards', () => {
    const out = { flows: { [FLOW]: [act('branch', { target_ids: { '': B } }), say('never')] } };
    assert.equal(way([fetch, say('1'), say('2', { id: B })], { world: out }), `0 flows/${FLOW}/0 2 | finished`);
    const inside = { flows: { [FLOW]: [say('inner', { id: B })] } };
    const jump = act('branch', { target_ids: { '': B } });
    assert.equal(way([fetch, jump], { world: inside }), `0 flows/${FLOW}/0 1 | stopped: no more stack left`);
  });

  test('an id inside wins over the same id outside', () => {
    const world = { flows: { [FLOW]: [act('branch', { target_ids: { '': B } }), say('x'), say('inner', { id: B })] } };
    assert.deepEqual(run([fetch, say('outer', { id: B, next_id: FINISH })], { world }).said, ['inner', 'outer']);
  });

  test('an unknown next_id in them ends everything', () => {
    const world = { flows: { [FLOW]: [say('a', { next_id: NOWHERE }), say('b')] } };
    assert.equal(way([fetch, say('end')], { world }), `0 flows/${FLOW}/0 | finished`);
  });

  test('places tell where in which document, and who called', () => {
    const world = { flows: { [FLOW]: [say('a')] } };
    const { events } = run([say('1'), fetch], { world }).simulation;
    const inner = events.find((event) => event.type === 'action' && event.place?.index.startsWith('flows/'));
    assert.deepEqual(
      inner?.stack.map(({ path }) => path),
      [['actions', 1]],
    );
    assert.equal(inner?.place?.path, undefined);
  });

  test('the actions of a call are no nested list: its ids are no targets', () => {
    const call = act('call', {
      source: { type: 'tel' },
      destinations: [{ type: 'tel', target: '+1' }],
      actions: [say('x', { id: B })],
    });
    assert.equal(way([call, act('branch', { target_ids: { '': B } })]), '0 1 | stopped: no more stack left');
  });
});
