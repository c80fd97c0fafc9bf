import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { type Direction, type Reached, walk } from '../../../client/picture/page/walk';
import { collapseRuns, foldCalls, pictureOf } from '../../../flow/layout';
import { layOut } from '../../../flow/layout/layOut';
import { readFlow } from '../../../flow/model/flowModel';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A } from '../../support/ids';

suite('arrow keys', () => {
  const nodes = ['s', 'a', 'b', 'c'].map((key) => ({ key }));
  const edges = [
    { from: 's', to: 'a' },
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'c', to: 's' },
  ];
  test('lead along the arrows, and among what one action leads to', () => {
    const from = (key: string) =>
      (['down', 'up', 'left', 'right'] as const).map((direction) => walk({ nodes, edges }, { key }, direction)?.key);
    assert.deepEqual(from('a'), ['b', 's', undefined, undefined]);
    assert.deepEqual(from('b'), [undefined, 'a', undefined, 'c']);
    assert.deepEqual(from('c'), ['s', 'a', 'b', undefined]);
    assert.equal(walk({ nodes, edges }, { key: 'b' }, 'first')?.key, 's');
    assert.equal(walk({ nodes, edges }, { key: 'b' }, 'last')?.key, 'c');
  });
});

suite('every node can be reached', () => {
  const reached = (flow: unknown, directions: readonly Direction[]) => {
    const { nodes, edges } = pictureOf(readFlow(JSON.stringify(flow)));
    const places = new Map<string, Reached>();
    const waiting: Reached[] = [{ key: nodes[0]?.key ?? '' }];
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      const name = `${place.from} ${place.key}`;
      if (places.has(name)) continue;
      places.set(name, place);
      for (const direction of directions) {
        const next = walk({ nodes, edges }, place, direction);
        if (next) waiting.push(next);
      }
    }
    const found = new Set([...places.values()].map(({ key }) => key));
    return nodes.filter(({ key }) => !found.has(key));
  };
  const ways = ['down', 'up', 'left', 'right'] as const;

  test('with the arrow keys alone, also where the first case goes back', () => {
    const ids = ['1', '2', '3'].map((key) => `40000000-0000-4000-8000-00000000000${key}`);
    const target_ids = Object.fromEntries(ids.map((id, at) => [String(at), id]));
    const flow = [
      { id: A, type: 'talk' },
      { type: 'branch', option: { default_target_id: A, target_ids } },
      ...ids.map((id) => ({ id, type: 'hangup' })),
    ];
    assert.deepEqual(reached(flow, ways), []);
  });

  test('in any flow: along the arrows what a call can reach, and in the order of the text everything', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        assert.ok(reached(flow, ways).every(({ kind, isUnreachable }) => kind !== 'action' || isUnreachable));
        assert.deepEqual(reached(flow, ['next']), []);
      }),
    );
  });
});

suite('straight runs as one box', () => {
  test('are three actions and more that lead to nothing but each other', () => {
    const flow = [
      { type: 'answer' },
      { type: 'talk' },
      { type: 'beep' },
      { type: 'goto', option: { target_id: A, loop_count: 1 } },
      { type: 'talk', id: A },
    ];
    const { nodes, edges } = collapseRuns(pictureOf(readFlow(JSON.stringify(flow))));
    assert.deepEqual(
      nodes.filter(({ kind }) => kind === 'action').map(({ title }) => title),
      ['4 actions', 'talk'],
    );
    const known = new Set(nodes.map(({ key }) => key));
    assert.ok(edges.every(({ from, to }) => known.has(from) && known.has(to)));
  });

  test('have the findings of all their actions, and lead where the last one leads', () => {
    const text = JSON.stringify([{ type: 'answer' }, { type: 'talk' }, { type: 'beep' }, { type: 'hangup' }]);
    const at = text.indexOf('{"type":"beep');
    const finding = { offset: at, end: at + 5, severity: 'warning', message: 'Too loud.' } as const;
    const { nodes, edges } = collapseRuns(pictureOf(readFlow(text), { findings: [finding] }));
    const [run] = nodes.filter(({ kind }) => kind === 'action');
    assert.deepEqual(
      run?.badges.map(({ message }) => message),
      ['Too loud.'],
    );
    assert.deepEqual(
      edges.map(({ from, to }) => [from, to]),
      [
        ['start of 0', '0 answer #1'],
        ['0 answer #1', nodes.find(({ kind }) => kind === 'end')?.key],
      ],
    );
  });

  test('leave out the lists of new calls, which their action counts', () => {
    const inner = [{ type: 'talk' }, { type: 'call', option: { actions: [{ type: 'beep' }] } }];
    const flow = [{ type: 'call', option: { actions: inner } }, { type: 'hangup' }];
    const whole = pictureOf(readFlow(JSON.stringify(flow)));
    const folded = foldCalls(collapseRuns(whole), whole);
    assert.equal(folded.lanes.length, 1);
    assert.deepEqual(
      folded.nodes.map(({ title, detail }) => [title, ...detail].join(': ')),
      ['Start', 'call: places a call of 3 actions', 'hangup', 'hangs up'],
    );
    assert.equal(layOut(folded).edges.length, 3);
  });

  test('do not count a list that no call runs, since a flow wins over it', () => {
    const inner = [{ type: 'talk' }, { type: 'call', option: { actions: [{ type: 'beep' }] } }];
    const option = { flow_id: 'aaaaaaaa-0000-4000-8000-000000000001', actions: inner };
    const whole = pictureOf(readFlow(JSON.stringify([{ type: 'call', option }])));
    const call = foldCalls(collapseRuns(whole), whole).nodes.find(({ title }) => title === 'call');
    assert.deepEqual(call?.detail, []);
    assert.equal(call?.folded.length, 3, 'they are still in its box');
  });
});
