import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { walk } from '../../../client/picture/page/walk';
import { collapseRuns, foldCalls, pictureOf } from '../../../flow/layout';
import { layOut } from '../../../flow/layout/layOut';
import { buildFlowModel } from '../../../flow/model/flowModel';
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
      (['down', 'up', 'left', 'right'] as const).map((direction) => walk({ nodes, edges }, key, direction));
    assert.deepEqual(from('a'), ['b', 's', undefined, undefined]);
    assert.deepEqual(from('b'), [undefined, 'a', undefined, 'c']);
    assert.deepEqual(from('c'), ['s', 'a', 'b', undefined]);
    assert.equal(walk({ nodes, edges }, 'b', 'first'), 's');
    assert.equal(walk({ nodes, edges }, 'b', 'last'), 'c');
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
    const { nodes, edges } = collapseRuns(pictureOf(buildFlowModel(JSON.stringify(flow))));
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
    const { nodes, edges } = collapseRuns(pictureOf(buildFlowModel(text), { findings: [finding] }));
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
    const whole = pictureOf(buildFlowModel(JSON.stringify(flow)));
    const folded = foldCalls(collapseRuns(whole), whole);
    assert.equal(folded.lanes.length, 1);
    assert.deepEqual(
      folded.nodes.map(({ title, detail }) => [title, ...detail].join(': ')),
      ['Start', 'call: places a call of 3 actions', 'hangup', 'hangs up'],
    );
    assert.equal(layOut(folded).edges.length, 3);
  });
});
