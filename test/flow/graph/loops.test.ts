import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { distancesIn, wayTo } from '../../../flow/graph/distances';
import type { Edge } from '../../../flow/graph/edge';
import { type FlowGraph, flowGraph } from '../../../flow/graph/flowGraph';
import { closingEdges, findLoops, hasWayOut } from '../../../flow/graph/loops';
import { costOf, readsOf, waits } from '../../../flow/graph/step';
import { type ActionNode, readFlow } from '../../../flow/model/flowModel';
import { A, B, C } from '../../support/ids';

const modelOf = (flow: unknown) => readFlow(JSON.stringify(flow));
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

suite('findLoops of random flows', () => {
  const ids = [A, B, C, ...Array.from({ length: 5 }, (_, at) => `dddddddd-0000-4000-8000-00000000000${at}`)];
  const target = fc.constantFrom(...ids);
  const action = fc.oneof(
    fc.constant({ type: 'beep' }),
    fc.constant({ type: 'hangup' }),
    target.map((id) => ({ type: 'beep', next_id: id })),
    target.map((id) => ({ type: 'condition_datetime', option: { false_target_id: id } })),
    fc.tuple(target, target, target).map(([one, two, other]) => ({
      type: 'branch',
      option: { target_ids: { 1: one, 2: two }, default_target_id: other },
    })),
  );
  const list = fc.array(action, { minLength: ids.length, maxLength: ids.length });
  const withIds = (actions: readonly object[]) => actions.map((action, at) => ({ id: ids[at], ...action }));
  const isNoCase = ({ kind }: Edge) => kind !== 'case';

  /** By the meaning of the word: each of its actions leads to each other one, and to itself. */
  function loopsByMeaning(graph: FlowGraph, follows: (edge: Edge) => boolean): string[] {
    const reached = new Map(
      graph.actions.map((start) => {
        const found = new Set<ActionNode>();
        const waiting = [start];
        for (let at = waiting.pop(); at; at = waiting.pop())
          for (const edge of graph.from(at)) {
            if (!edge.to || found.has(edge.to) || !follows(edge)) continue;
            found.add(edge.to);
            waiting.push(edge.to);
          }
        return [start, found];
      }),
    );
    const both = (a: ActionNode, b: ActionNode) => reached.get(a)?.has(b) && reached.get(b)?.has(a);
    const inLoops = graph.actions.filter((action) => graph.isReachable(action) && both(action, action));
    return [...new Set(inLoops.map((action) => describe(inLoops.filter((other) => both(action, other)))))].sort();
  }
  const describe = (actions: Iterable<ActionNode>) =>
    [...actions]
      .map(({ number }) => number)
      .sort((a, b) => a - b)
      .join();

  test('are those in which each action leads to each other one, by all edges and by some', () => {
    fc.assert(
      fc.property(list, list, (outer, inner) => {
        const call = { type: 'call', option: { actions: withIds(inner) } };
        const graph = flowGraph(modelOf([...withIds(outer).slice(0, 3), call, ...withIds(outer).slice(3)]));
        const all = findLoops(graph);
        assert.deepEqual(
          all.map(describe).sort(),
          loopsByMeaning(graph, () => true),
        );
        const roots = all.flatMap((loop) => [...loop]);
        const some = findLoops(graph, isNoCase, roots);
        assert.deepEqual(some.map(describe).sort(), loopsByMeaning(graph, isNoCase));
      }),
    );
  });
});
