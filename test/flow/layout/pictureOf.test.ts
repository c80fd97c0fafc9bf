import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { isIdle } from '../../../flow/graph/alwaysFits';
import type { Edge } from '../../../flow/graph/edge';
import { graphOf } from '../../../flow/graph/flowGraph';
import { type PictureOptions, pictureOf } from '../../../flow/layout';
import { describePicture } from '../../../flow/layout/describePicture';
import { layOut } from '../../../flow/layout/layOut';
import { readFlow } from '../../../flow/model/flowModel';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C, NOWHERE } from '../../support/ids';

const modelOf = (flow: unknown) => readFlow(JSON.stringify(flow));
/** The arrows of a picture, as "from text → to". */
function arrowsOf(flow: unknown, options: PictureOptions = {}): string[] {
  const { nodes, edges } = pictureOf(modelOf(flow), options);
  const titles = new Map(nodes.map(({ key, title }) => [key, title]));
  return edges.map(({ from, to, text, isDocumentedOnly }) =>
    [titles.get(from), ...(text ? [`[${text}]`] : []), isDocumentedOnly ? '⇢' : '→', titles.get(to)].join(' '),
  );
}
const answer = { type: 'answer' };
const party = { type: 'tel', target: '+15550100001' };

suite('the parts of a picture', () => {
  test('a list goes from its start to its end', () => {
    assert.deepEqual(arrowsOf([answer, { type: 'hangup' }]), [
      'Start → answer',
      'answer → hangup',
      'hangup → hangs up',
    ]);
    assert.deepEqual(arrowsOf([{ type: 'stop' }]), ['Start → stop', 'stop → stops']);
    assert.deepEqual(arrowsOf([]), ['Start → no actions']);
  });

  test('a type can be called like a member of every object', () => {
    for (const type of Object.getOwnPropertyNames(Object.prototype)) {
      const title = type.length > 22 ? `${type.slice(0, 21)}…` : type;
      assert.deepEqual(arrowsOf([{ type }]).slice(0, 1), [`Start → ${title}`]);
      for (const { title, detail } of pictureOf(modelOf([{ type }])).nodes)
        for (const line of [title, ...detail]) assert.equal(typeof line, 'string');
    }
  });

  test('cases have their keys, and what matches nothing is dropped', () => {
    const branch = { type: 'branch', option: { target_ids: { '1': B, '': C } } };
    assert.deepEqual(arrowsOf([branch, { ...answer, id: B }, { ...answer, id: C }]), [
      'Start → branch',
      'branch [1] → answer',
      'branch [""] → answer',
      'branch [no match: dropped] → dropped',
      'branch [as documented] ⇢ answer',
      'answer → answer',
      'answer → ends',
    ]);
  });

  test('a key with a mark for the direction of writing is shown with its escape', () => {
    const flow = [
      { type: 'branch', option: { target_ids: { 'a\u202eb': A } } },
      { type: 'hangup', id: A },
    ];
    const { edges } = pictureOf(readFlow(JSON.stringify(flow)));
    assert.ok(edges.some(({ text }) => text === '"a\\u202eb"'));
  });

  test('lists that never run are faint: what a flow wins over, and what an action places that nothing leads to', () => {
    const flow_id = 'aaaaaaaa-0000-4000-8000-000000000001';
    const inner = [{ type: 'call', option: { destinations: [party], actions: [{ type: 'beep' }] } }];
    const call = { type: 'call', option: { source: party, destinations: [party], actions: inner } };
    const faint = (flow: unknown) =>
      pictureOf(modelOf(flow))
        .nodes.filter(({ isUnreachable }) => isUnreachable)
        .map(({ title }) => title);
    const both = [{ ...call, option: { ...call.option, flow_id } }];
    assert.deepEqual(faint(both), ['New call', 'call', 'New call', 'beep']);
    const arrows = arrowsOf(both).filter((arrow) => arrow.includes('places'));
    assert.deepEqual(arrows, ['call [places] → flow aaaaaaaa…', 'call [places] → New call']);
    assert.match(describePicture(pictureOf(modelOf(both))), /^New call \(no way leads here\): call/m);
    assert.deepEqual(faint([{ type: 'hangup' }, call]), ['call', 'New call', 'call', 'New call', 'beep']);
    assert.deepEqual(faint([call]), []);
    const body = { source: party, destinations: [party], actions: [answer] };
    assert.deepEqual(faint(body), []);
    assert.deepEqual(faint({ ...body, flow_id }), ['Start', 'answer']);
    for (const flow of [both, { ...body, flow_id }]) assert.ok(layOut(pictureOf(modelOf(flow))).height > 0);
  });

  test('a goto goes back again and again, and what its count promises is only documented', () => {
    const goto = { type: 'goto', option: { target_id: A, loop_count: 2 } };
    assert.deepEqual(arrowsOf([{ ...answer, id: A }, goto, { type: 'hangup' }]), [
      'Start → answer',
      'answer → goto',
      'goto [2 × back] → answer',
      'goto [as documented] ⇢ hangup',
      'hangup → hangs up',
    ]);
    const { nodes } = pictureOf(modelOf([{ ...answer, id: A }, goto, { type: 'hangup' }]));
    assert.deepEqual(
      nodes.filter(({ isUnreachable }) => isUnreachable).map(({ title }) => title),
      ['hangup'],
    );
  });

  test('a condition says true and false, and a target that does not exist drops the call', () => {
    const condition = { type: 'condition_variable', option: { false_target_id: NOWHERE } };
    assert.deepEqual(arrowsOf([condition, answer]).slice(1, 3), [
      'condition_variable [false: dropped] → dropped',
      'condition_variable [true] → answer',
    ]);
  });

  test('a new call is a lane of its own', () => {
    const call = { type: 'call', option: { destinations: [party], actions: [answer] } };
    const { lanes, edges } = pictureOf(modelOf([call]));
    assert.equal(lanes.length, 2);
    assert.equal(lanes[1]?.title, 'New call');
    assert.deepEqual(
      edges.filter(({ kind }) => kind === 'call').map(({ to }) => to),
      ['start of 1'],
    );
    const placed = layOut(pictureOf(modelOf([call])));
    assert.ok((placed.lanes[1]?.x ?? 0) > (placed.lanes[0]?.x ?? 0) + (placed.lanes[0]?.width ?? 0));
  });

  test('what runs elsewhere is named', () => {
    const flowId = 'c82638f2-0000-4000-8000-000000000001';
    assert.ok(
      arrowsOf([{ type: 'fetch_flow', option: { flow_id: flowId } }]).includes(
        'fetch_flow [runs first] → flow c82638f2…',
      ),
    );
  });

  test('findings are badges at their action, the innermost one', () => {
    const model = modelOf([{ type: 'call', option: { actions: [{ type: 'nothing' }] } }]);
    const { nodes } = pictureOf(model, { findings: checkFlow(model) });
    const unknown = nodes.find(({ title }) => title === 'nothing');
    assert.ok(unknown?.badges.some(({ severity }) => severity === 'error'));
  });

  test('an action keeps its key when others are added before it', () => {
    const keysOf = (flow: unknown) =>
      pictureOf(modelOf(flow))
        .nodes.filter(({ kind }) => kind === 'action')
        .map(({ key }) => key);
    const before = keysOf([{ type: 'talk' }, { ...answer, id: A }]);
    assert.deepEqual(keysOf([{ type: 'sleep' }, { type: 'talk' }, { ...answer, id: A }]).slice(1), before);
  });

  test('broken texts have a picture of what can be read', () => {
    const { nodes } = pictureOf(readFlow('{"actions": [{"type": "answer"}, {"type": '));
    assert.deepEqual(
      nodes.filter(({ kind }) => kind === 'action').map(({ title }) => title),
      ['answer', 'action without type'],
    );
    assert.deepEqual(pictureOf(readFlow('')).nodes, []);
  });

  test('flows of the account are nodes, by their names where these are known', () => {
    const flow = [
      { type: 'fetch_flow', option: { flow_id: A } },
      { type: 'call', option: { flow_id: B } },
      { type: 'recording_start', option: { on_end_flow_id: A } },
      { type: 'recording_start', option: { on_end_flow_id: '00000000-0000-0000-0000-000000000000' } },
    ];
    const flowNames = new Map([[A, 'Support line']]);
    const { nodes, edges } = pictureOf(modelOf(flow), { flowNames });
    const titles = new Map(nodes.map(({ key, title }) => [key, title]));
    assert.deepEqual(
      edges.flatMap(({ to, text }) => (titles.get(to)?.startsWith('flow ') ? [`${text}: ${titles.get(to)}`] : [])),
      ['runs first: flow Support line', `places: flow ${B.slice(0, 8)}…`, 'when it ends: flow Support line'],
    );
  });

  test('a branch without a default whose case "" always fits drops no call and does not go on', () => {
    const second = (cases: object) => [
      { type: 'branch', option: { target_ids: { '1': A }, default_target_id: A } },
      { type: 'branch', id: A, option: { target_ids: cases } },
      { type: 'hangup', id: B },
    ];
    const waysOf = (flow: unknown) => {
      const { edges, nodes } = pictureOf(modelOf(flow));
      const dropped = nodes.filter(({ isDrop }) => isDrop).length;
      return [edges.flatMap(({ from, text }) => (from === `0 ${A}` ? [text] : [])), dropped];
    };
    assert.deepEqual(waysOf(second({ '1': B, '': B })), [['1', '""'], 0]);
    assert.deepEqual(waysOf(second({ '1': B })), [['1', 'no match: dropped', 'as documented'], 1]);
  });

  test('every action and every edge of the graph is in it once, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const model = modelOf(flow);
        const { nodes, edges, graphEdges } = pictureOf(model);
        assert.equal(nodes.filter(({ kind }) => kind === 'action').length, model.actions.length);
        assert.equal(new Set(nodes.map(({ key }) => key)).size, nodes.length);
        assert.equal(new Set(edges.map(({ key }) => key)).size, edges.length);
        const nameOf = ({ from, to, kind, reference }: Edge) =>
          [from.order, to?.order, kind, reference?.node.offset].join();
        const graphs = ['observed', 'documented'] as const;
        const wanted = new Set(
          graphs.flatMap((meaning) =>
            graphOf(model, meaning)
              .edges.filter((edge) => !isIdle(model, edge))
              .map(nameOf),
          ),
        );
        const drawn = [...graphEdges.values()].map(nameOf);
        assert.equal(drawn.length, wanted.size);
        assert.deepEqual(new Set(drawn), wanted);
        const known = new Set(nodes.map(({ key }) => key));
        assert.ok(edges.every(({ from, to }) => known.has(from) && known.has(to)));
      }),
    );
  });
});
