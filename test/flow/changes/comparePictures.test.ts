import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { comparePictures } from '../../../flow/changes';
import { pictureOf } from '../../../flow/layout';
import { layOut } from '../../../flow/layout/layOut';
import { readFlow } from '../../../flow/model/flowModel';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C } from '../../support/ids';

const modelOf = (flow: unknown) => readFlow(typeof flow === 'string' ? flow : JSON.stringify(flow));

/** What became of the parts, as people see it. */
function compared(before: unknown, after: unknown) {
  const { picture, nodes, edges, counts } = comparePictures(modelOf(before), modelOf(after));
  const titles = new Map(picture.nodes.map(({ key, title }) => [key, title]));
  const keys = new Set(titles.keys());
  assert.ok(
    picture.edges.every(({ from, to }) => keys.has(from) && keys.has(to)),
    'every arrow stands between two nodes',
  );
  return {
    nodes: picture.nodes.flatMap(({ key, title }) => (nodes[key] ? [`${title}: ${nodes[key].text}`] : [])),
    edges: picture.edges.flatMap(({ key, from, to, text }) =>
      edges[key]
        ? [`${edges[key]} ${[titles.get(from), text && `[${text}]`, '→', titles.get(to)].filter(Boolean).join(' ')}`]
        : [],
    ),
    counts,
  };
}

const talk = (text: string, more: object = {}) => ({ type: 'talk', option: { text, language: 'en-US' }, ...more });
const branch = (targets: object, fallback: string) => ({
  type: 'branch',
  option: { target_ids: targets, default_target_id: fallback },
});
const ends = [
  { type: 'beep', id: A },
  { type: 'stop', id: B },
  { type: 'hangup', id: C },
];

suite('the picture of changes', () => {
  test('of the same flow has none, however it is written', () => {
    const flow = [talk('Hello'), branch({ '1': A }, C), ...ends];
    const none = { nodes: [], edges: [], counts: { added: 0, removed: 0, changed: 0, rerouted: 0 } };
    assert.deepEqual(compared(flow, JSON.stringify({ name: 'x', actions: flow }, null, 4)), none);
  });

  test('an action that is added, and its ways; what stands around it did not change', () => {
    const { nodes, edges } = compared(
      [talk('Hello'), { type: 'hangup' }],
      [talk('Hello'), { type: 'beep' }, { type: 'hangup' }],
    );
    assert.deepEqual(nodes, ['beep: added']);
    assert.deepEqual(edges, ['added talk → beep', 'added beep → hangup']);
  });

  test('an action that is gone stands where it was', () => {
    const { nodes, edges } = compared(
      [talk('Hello'), { type: 'beep' }, { type: 'hangup' }],
      [talk('Hello'), { type: 'hangup' }],
    );
    assert.deepEqual(nodes, ['beep: removed']);
    assert.deepEqual(edges, ['rerouted talk → hangup', 'removed talk → beep', 'removed beep → hangup']);
    const { picture } = comparePictures(
      modelOf([talk('Hello'), { type: 'beep' }, { type: 'hangup' }]),
      modelOf([talk('Hello'), { type: 'hangup' }]),
    );
    assert.deepEqual(
      picture.nodes.map(({ title }) => title),
      ['Start', 'talk', 'beep', 'hangup', 'hangs up'],
    );
  });

  test('what changed of an action is named, also its type', () => {
    assert.deepEqual(
      compared(
        [talk('Hello', { id: A })],
        [{ type: 'talk', id: A, option: { text: 'Hi', gender: 'male', language: 'en-US' } }],
      ).nodes,
      ['talk: changed: text, gender'],
    );
    assert.deepEqual(compared([{ type: 'beep', id: A }], [{ type: 'answer', id: A }]).nodes, ['answer: changed: type']);
  });

  test('an action that was edited is told from a new one of its type: by those between which it stands', () => {
    const edited = compared([talk('A'), talk('B')], [talk('N'), talk('A'), talk('B2')]);
    assert.deepEqual(edited.nodes, ['talk: added', 'talk: changed: text']);
    assert.deepEqual(edited.edges, ['added Start → talk', 'added talk → talk']);
    const last = compared([talk('A'), talk('B'), talk('C')], [talk('N'), talk('A'), talk('B'), talk('C2')]);
    assert.deepEqual(last.counts, { added: 1, removed: 0, changed: 1, rerouted: 0 });
    const { nodes } = compared(
      [talk('A', { id: A }), talk('B'), talk('C', { id: B })],
      [talk('A', { id: A }), talk('C', { id: B }), talk('D')],
    );
    assert.deepEqual(nodes.toSorted(), ['talk: added', 'talk: removed']);
  });

  test('an action that moved and leads elsewhere is the same', () => {
    const goto = (id: string) => ({ type: 'goto', option: { target_id: id, loop_count: 2 } });
    const [first, other] = [talk('A', { id: A }), talk('B', { id: B })];
    const { counts } = compared([first, goto(A), other], [first, other, goto(B)]);
    assert.deepEqual([counts.added, counts.removed], [0, 0]);
  });

  test('an id that leads nowhere became another one that leads nowhere', () => {
    const goto = (id: string) => [{ type: 'goto', option: { target_id: id, loop_count: 1 } }, { type: 'hangup' }];
    assert.deepEqual(compared(goto(A), goto(B)).nodes, ['goto: changed: target_id']);
  });

  test('members in another order are no change', () => {
    const hook = (...names: string[]) => {
      const inner = Object.fromEntries(names.map((name) => [name, name]));
      return [{ type: 'webhook_send', option: { uri: 'u', more: { inner } } }];
    };
    assert.deepEqual(compared(hook('a', 'b'), hook('b', 'a')).nodes, []);
  });

  test('ways that lead elsewhere, cases that came and went', () => {
    const before = [branch({ '1': A, '2': B, '3': C }, C), ...ends];
    const after = [branch({ '1': B, '2': B, '4': A }, C), ...ends];
    const { nodes, edges, counts } = compared(before, after);
    assert.deepEqual(nodes, ['branch: 1 leads elsewhere, 4 added, 3 removed']);
    assert.deepEqual(edges, [
      'rerouted branch [1] → stop',
      'added branch [4] → beep',
      'removed branch [1] → beep',
      'removed branch [3] → hangup',
    ]);
    assert.deepEqual(counts, { added: 0, removed: 0, changed: 0, rerouted: 1 });
  });

  test('an action that only got an id is the same', () => {
    assert.deepEqual(compared([talk('Hello')], [talk('Hello', { id: A })]).nodes, []);
  });

  test('new calls that came and went, with their lists', () => {
    const party = { type: 'tel', target: '+15550100001' };
    const call = (...actions: object[]) => ({
      type: 'call',
      option: { source: party, destinations: [party], actions },
    });
    const changed = compared([call(talk('Hello'))], [call(talk('Hello'), { type: 'hangup' })]);
    assert.deepEqual(changed.nodes, ['hangup: added']);
    const gone = compared([call(talk('Hello')), { type: 'hangup' }], [{ type: 'hangup' }]);
    assert.deepEqual(gone.nodes, ['call: removed', 'talk: removed']);
    const come = compared([{ type: 'hangup' }], [call(talk('Hello')), { type: 'hangup' }]);
    assert.deepEqual(come.nodes, ['call: added', 'talk: added']);
  });

  test('flows of one file are compared by id, by name, then by place', () => {
    const flow = (more: object, ...actions: object[]) => ({ ...more, tm_create: '', actions });
    const id = (last: number) => `bbbbbbbb-0000-4000-8000-00000000000${last}`;
    const menu = { id: id(1), name: 'Menu' };
    const night = { id: id(2), name: 'Night' };
    const a = (more: object) => flow(more, { type: 'answer' }, talk('A'), talk('A2'));
    const b = (more: object) => flow(more, { type: 'answer' }, talk('B'), { type: 'hangup' });
    const counts = (before: unknown, after: unknown) => Object.values(compared(before, after).counts);
    assert.deepEqual(counts([a(menu), b(night)], [b(night), a(menu)]), [0, 0, 0, 0], 'swapped');
    assert.deepEqual(counts([a(menu), b(night)], [b(night)]), [0, 3, 0, 0], 'removed');
    assert.deepEqual(counts([b(night)], [a(menu), b(night)]), [3, 0, 0, 0], 'added');
    assert.deepEqual(counts([a(menu)], [b(night)]), [1, 1, 1, 0], 'the only one');
    const { id: _, ...named } = menu;
    assert.deepEqual(counts([a(named), b(night)], [b({ ...night, id: id(3) }), a(named)]), [0, 0, 0, 0], 'by name');
    assert.deepEqual(counts([a(named), b(night)], [a({ ...named, name: 'Day' }), b(night)]), [0, 0, 0, 0], 'renamed');
    const other = { id: id(4), name: 'Other' };
    assert.deepEqual(counts([a(menu), b(night)], [a(other), b(night)]), [3, 3, 0, 0], 'replaced');
  });

  test('a flow that is gone is still a list of its own', () => {
    const flow = (last: number, ...actions: object[]) => ({
      id: `bbbbbbbb-0000-4000-8000-00000000000${last}`,
      tm_create: '',
      actions,
    });
    const before = modelOf([flow(1, talk('A')), flow(2, talk('B'))]);
    const { picture } = comparePictures(before, modelOf([flow(2, talk('B'))]));
    assert.deepEqual(
      picture.nodes.filter(({ kind }) => kind !== 'end').map(({ lane, title, detail }) => [lane, title, ...detail]),
      [
        [0, 'Start'],
        [0, 'talk', '"B"'],
        [1, 'Start'],
        [1, 'talk', '"A"'],
      ],
    );
  });

  test('of any two flows every part of both is in it once, and it can be laid out', () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryFlow, (item, other) => {
        const before = modelOf(item);
        const after = modelOf(other);
        const { picture, counts, edges } = comparePictures(before, after);
        const keys = picture.nodes.map(({ key }) => key);
        assert.equal(new Set(keys).size, keys.length);
        const count = (kind: string) => Object.values(edges).filter((light) => light === kind).length;
        const actions = picture.nodes.filter(({ kind }) => kind === 'action').length;
        assert.equal(actions, after.actions.length + counts.removed);
        assert.equal(before.actions.length + counts.added, after.actions.length + counts.removed);
        assert.equal(picture.edges.length, pictureOf(after).edges.length + count('removed'));
        assert.equal(layOut(picture).nodes.length, keys.length);
      }),
      { numRuns: 60 },
    );
  });
});
