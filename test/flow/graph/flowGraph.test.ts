import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { flowGraph, graphOf } from '../../../flow/graph/flowGraph';
import { targetOf } from '../../../flow/graph/target';
import { type ActionNode, readFlow } from '../../../flow/model/flowModel';
import { A, B, C, D, NOWHERE } from '../../support/ids';

const start = '00000000-0000-0000-0000-000000000001';
const finish = '00000000-0000-0000-0000-000000000002';
const empty = '00000000-0000-0000-0000-000000000000';

const modelOf = (actions: unknown) => readFlow(JSON.stringify(actions));
const name = (action: ActionNode | undefined) =>
  action ? `${action.scope.owner ? 'call/' : ''}${action.position}` : 'end';
/** The edges of a flow, as "from kind to" with positions. */
const edgesOf = (actions: unknown, semantics: 'documented' | 'observed' = 'documented') =>
  graphOf(modelOf(actions), semantics).edges.map(
    (edge) => `${name(edge.from)} ${edge.name} ${edge.open ? 'somewhere' : name(edge.to)}`,
  );
const reachedIn = (actions: unknown) => {
  const graph = flowGraph(modelOf(actions));
  return graph.actions
    .filter((action) => graph.isReachable(action))
    .map(name)
    .sort();
};

const answer = { type: 'answer' };

suite('flowGraph: edges', () => {
  test('no graph has accessors of its own: they would keep each version of a document alive', () => {
    const model = readFlow('[{"type":"answer"}]');
    const graph = flowGraph(model);
    const own = Object.values(Object.getOwnPropertyDescriptors(graph));
    assert.ok(own.every(({ get }) => get === undefined));
    assert.equal(graph.edges.length, 1);
    assert.deepEqual(
      model.actions.map((action) => graph.to(action)),
      [[]],
    );
  });

  test('one action after the other, and the end', () => {
    assert.deepEqual(edgesOf([answer, answer]), ['0 next 1', '1 end end']);
    assert.deepEqual(edgesOf([]), []);
  });

  test('next_id names the next one', () => {
    assert.deepEqual(edgesOf([{ ...answer, next_id: B }, answer, { ...answer, id: B }]), [
      '0 next_id 2',
      '1 next 2',
      '2 end end',
    ]);
  });

  test('next_id of the reserved ids', () => {
    assert.deepEqual(edgesOf([answer, { ...answer, next_id: start }, answer])[1], '1 restart 0');
    assert.deepEqual(edgesOf([answer, { ...answer, next_id: finish }, answer])[1], '1 end end');
    assert.deepEqual(edgesOf([answer, { ...answer, next_id: empty }, answer])[1], '1 next 2');
  });

  test('next_id that is not a UUID counts as missing; one that nobody has ends the flow', () => {
    assert.deepEqual(edgesOf([{ ...answer, next_id: 'menu' }, answer])[0], '0 next 1');
    assert.deepEqual(edgesOf([{ ...answer, next_id: NOWHERE }, answer])[0], '0 end end');
  });

  test('stop and hangup end', () => {
    assert.deepEqual(
      edgesOf([
        { type: 'stop', next_id: B },
        { ...answer, id: B },
      ])[0],
      '0 end end',
    );
    assert.deepEqual(edgesOf([{ type: 'hangup' }, answer])[0], '0 end end');
  });

  test('a counted goto jumps and in the end goes on', () => {
    const goto = (option: object) => [
      { ...answer, id: A },
      { type: 'goto', option: { target_id: A, ...option } },
      answer,
    ];
    assert.deepEqual(edgesOf(goto({ loop_count: 2 })).slice(1, 3), ['1 goto 0', '1 next 2']);
    assert.deepEqual(edgesOf(goto({ Loop_Count: 2 })).slice(1, 3), ['1 goto 0', '1 next 2']);
    for (const option of [{}, { loop_count: 0 }, { loop_count: -1 }, { loop_count: '2' }, { loop_count: null }]) {
      assert.deepEqual(edgesOf(goto(option)).slice(1, 2), ['1 next 2'], JSON.stringify(option));
    }
  });

  test('a branch only jumps', () => {
    const branch = {
      type: 'branch',
      next_id: A,
      option: { default_target_id: B, target_ids: { '1': C, '2': NOWHERE } },
    };
    assert.deepEqual(edgesOf([branch, { ...answer, id: A }, { ...answer, id: B }, { ...answer, id: C }]).slice(0, 4), [
      '0 default 2',
      '0 "1" 3',
      '0 "2" end',
      '1 next 2',
    ]);
  });

  test('a branch without a default goes on as documented, and drops the call as observed', () => {
    for (const none of [{}, { default_target_id: null }, { default_target_id: empty }]) {
      const flow = [
        { type: 'branch', option: { target_ids: { '1': B }, ...none } },
        { ...answer, id: B },
      ];
      assert.deepEqual(edgesOf(flow), ['0 "1" 1', '0 next 1', '1 end end']);
      assert.deepEqual(edgesOf(flow, 'observed'), ['0 "1" 1', '0 default end', '1 end end']);
    }
  });

  test('a counted goto never goes on in the engine', () => {
    const flow = [{ ...answer, id: A }, { type: 'goto', option: { target_id: A, loop_count: 1 } }, answer];
    assert.deepEqual(edgesOf(flow, 'observed'), ['0 next 1', '1 goto 0', '2 end end']);
  });

  test('a hangup goes on where it is skipped or cannot be read', () => {
    const flow = (option: unknown) => [{ type: 'hangup', ...(option === undefined ? {} : { option }) }, answer];
    for (const option of [undefined, null, {}, { reason: 'busy' }, { reference_id: A }])
      assert.deepEqual(edgesOf(flow(option))[0], '0 end end', JSON.stringify(option));
    for (const option of [[], { reason: 5 }, { reference_id: '' }, { reference_id: '${leg}' }])
      assert.deepEqual(edgesOf(flow(option)).slice(0, 2), ['0 end end', '0 next 1'], JSON.stringify(option));
    assert.deepEqual(edgesOf({ outplan_id: A, type: 'flow', actions: flow({}) })[0], '0 next 1');
    const model = modelOf(flow({}));
    assert.deepEqual(
      graphOf(model, 'documented', 'api').edges.map(({ name }) => name),
      ['next', 'end'],
    );
  });

  test('the empty action and what has a reserved id', () => {
    assert.deepEqual(edgesOf([answer, { ...answer, id: start }, answer]), ['0 restart 0', '1 restart 0', '2 end end']);
    assert.deepEqual(edgesOf([answer, { ...answer, id: finish }])[0], '0 end end');
  });

  test('what only the running system knows leads to any action with an id', () => {
    for (const type of ['fetch', 'fetch_flow', 'queue_join'])
      assert.deepEqual(edgesOf([{ type }, answer]).slice(0, 2), ['0 nested somewhere', '0 next 1'], type);
    const flow = [
      { type: 'branch', option: { default_target_id: '${next}', target_ids: { '1': '${menu}' } } },
      answer,
      { ...answer, id: B },
    ];
    assert.deepEqual(edgesOf(flow).slice(0, 2), ['0 default somewhere', '0 "1" somewhere']);
    assert.deepEqual(reachedIn(flow), ['0', '2']);
  });

  test('a condition jumps when it is false and goes on when it is true', () => {
    const condition = { type: 'condition_variable', option: { false_target_id: B } };
    assert.deepEqual(edgesOf([condition, answer, { ...answer, id: B }]).slice(0, 2), ['0 false 2', '0 next 1']);
  });

  test('a jump to the start id leads to the first action', () => {
    assert.deepEqual(edgesOf([answer, { type: 'goto', option: { target_id: start, loop_count: 1 } }])[1], '1 goto 0');
  });

  test('of equal ids the engine knows the first only', () => {
    // A, B, A', C runs A, B, A, B and so on.
    const flow = [
      { ...answer, id: A },
      { ...answer, id: B },
      { ...answer, id: A },
      { ...answer, id: C },
    ];
    assert.deepEqual(edgesOf(flow).slice(0, 2), ['0 next 1', '1 next 0']);
    assert.deepEqual(reachedIn(flow), ['0', '1']);
  });

  test('no edge leads into or out of the actions of a call', () => {
    const call = {
      type: 'call',
      option: {
        actions: [
          { ...answer, id: A },
          { ...answer, next_id: B },
        ],
      },
    };
    assert.deepEqual(edgesOf([call, { ...answer, id: B, next_id: A }]), [
      '0 next 1',
      'call/0 next call/1',
      'call/1 end end',
      '1 end end',
    ]);
  });

  test('nothing of a fragment can be resolved', () => {
    assert.deepEqual(edgesOf({ type: 'goto', id: A, option: { target_id: A, loop_count: 1 } }), [
      '0 goto somewhere',
      '0 next somewhere',
    ]);
  });
});

suite('flowGraph: maps', () => {
  test('edges by where they begin and where they end', () => {
    const model = modelOf([answer, { type: 'goto', option: { target_id: start, loop_count: 1 } }]);
    const graph = flowGraph(model);
    const [first, second] = model.actions;
    assert.ok(first && second);
    assert.deepEqual(
      graph.from(second).map((edge) => edge.kind),
      ['goto', 'end'],
    );
    assert.deepEqual(
      graph.to(first).map((edge) => edge.kind),
      ['goto'],
    );
  });

  test('are made once for a model', () => {
    const model = modelOf([answer]);
    assert.equal(flowGraph(model), flowGraph(model));
  });
});

suite('flowGraph: what can be reached', () => {
  test('everything on some path, in every scope', () => {
    const flow = [
      { type: 'condition_variable', option: { false_target_id: C } },
      { type: 'call', option: { actions: [answer, { type: 'stop' }, answer] } },
      { type: 'stop' },
      answer,
      { ...answer, id: C, next_id: D },
      answer,
      { ...answer, id: D },
    ];
    assert.deepEqual(reachedIn(flow), ['0', '1', '2', '4', '6', 'call/0', 'call/1']);
  });

  test('loops end the search', () => {
    assert.deepEqual(reachedIn([{ ...answer, next_id: start }, answer]), ['0']);
  });
});

suite('targetOf', () => {
  test('is undefined where the flow would stop', () => {
    const model = modelOf([
      { type: 'goto', option: { target_id: NOWHERE } },
      { type: 'goto', option: { target_id: 'menu' } },
      { type: 'goto', option: { target_id: finish } },
      { type: 'goto', option: { target_id: empty } },
      { type: 'goto', id: B, option: { target_id: B.toUpperCase() } },
    ]);
    assert.deepEqual(
      model.references.map((reference) => name(targetOf(reference))),
      ['end', 'end', 'end', 'end', '4'],
    );
  });
});
