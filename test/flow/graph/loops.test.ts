import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { distancesIn, wayTo } from '../../../flow/graph/distances';
import { flowGraph } from '../../../flow/graph/flowGraph';
import { closingEdges, findLoops, hasWayOut } from '../../../flow/graph/loops';
import { costOf, readsOf, waits } from '../../../flow/graph/step';
import { buildFlowModel } from '../../../flow/model/flowModel';
import { A, B, C } from '../../support/ids';

const modelOf = (flow: unknown) => buildFlowModel(JSON.stringify(flow));
const beep = { type: 'beep' };

suite('findLoops', () => {
  /** The loops of a flow: their places, how often they close, and whether something leads out. */
  const loops = (flow: unknown) => {
    const graph = flowGraph(modelOf(flow));
    return findLoops(graph).map((loop) => [
      [...loop].map(({ position }) => position).sort(),
      closingEdges(graph, loop).map(({ from }) => from.position),
      hasWayOut(graph, loop),
    ]);
  };

  test('none, one without and one with a way out, an action that names itself', () => {
    assert.deepEqual(loops([beep, beep]), []);
    assert.deepEqual(loops([beep, { ...beep, id: A }, { ...beep, next_id: A }]), [[[1, 2], [2], false]]);
    const goto = { type: 'goto', option: { target_id: A, loop_count: 1 } };
    assert.deepEqual(loops([{ ...beep, id: A }, goto]), [[[0, 1], [1], true]]);
    assert.deepEqual(loops([{ ...beep, id: A, next_id: A }]), [[[0], [0], false]]);
  });

  test('one loop in another is one; two beside each other are two', () => {
    const back = (id: string) => ({ type: 'condition_datetime', option: { false_target_id: id } });
    assert.deepEqual(loops([{ ...beep, id: A }, { ...beep, id: B }, back(B), back(A)]), [[[0, 1, 2, 3], [2, 3], true]]);
    assert.equal(loops([{ ...beep, id: A }, back(A), { ...beep, id: B }, back(B)]).length, 2);
  });

  test('a long flow needs no deep stack', () => {
    const many = Array.from({ length: 20_000 }, () => beep);
    assert.deepEqual(loops([{ ...beep, id: C }, ...many, { ...beep, next_id: C }])[0]?.[2], false);
  });
});

suite('distancesIn', () => {
  test('the fewest executed actions, and the way of them', () => {
    const model = modelOf([
      { type: 'condition_datetime', option: { false_target_id: A } },
      { type: 'connect' },
      beep,
      { ...beep, id: A },
    ]);
    const [scope] = model.scopes;
    const last = model.actions[3];
    assert.ok(scope && last);
    const found = distancesIn(flowGraph(model), scope, { semantics: 'documented', trigger: undefined });
    assert.deepEqual(
      model.actions.map((action) => found.get(action)?.used),
      [1, 2, 4, 2],
    );
    assert.deepEqual(
      wayTo(found, last).map(({ name }) => name),
      ['false'],
    );
  });
});

suite('what an action does', () => {
  const step = (action: object) => {
    const model = modelOf([action]);
    const [item] = model.actions;
    assert.ok(item);
    return { waits: waits(item), cost: costOf(item), reads: [...readsOf(model, item)] };
  };

  test('whether it waits, what it costs, what it reads', () => {
    assert.deepEqual(step({ type: 'talk', option: { text: '${a} and ${b}' } }), {
      waits: true,
      cost: 1,
      reads: ['a', 'b'],
    });
    assert.equal(step({ type: 'talk', option: { text: 'Hi', async: true } }).waits, false);
    assert.deepEqual(step({ type: 'connect' }), { waits: true, cost: 2, reads: [] });
    assert.deepEqual(step({ type: 'branch', option: { variable: 'x' } }), { waits: false, cost: 1, reads: ['x'] });
    assert.deepEqual(step({ type: 'branch' }).reads, ['voipbin.call.digits']);
  });
});
