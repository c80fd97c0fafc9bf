import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { chosenAfter } from '../../../client/picture/chosenAfter';
import { type Drawn, fixedEdges } from '../../../client/picture/drawn';
import { addPart, removePart, setField, setFieldTarget } from '../../../client/picture/editOptions';
import {
  addAfter,
  addOnEdge,
  addWay,
  deleteNode,
  duplicate,
  leadEdge,
  moveBy,
  moveOntoEdge,
  removeWay,
} from '../../../client/picture/editPicture';
import { formOf } from '../../../client/picture/formOf';
import { refactor } from '../../../client/picture/offers';
import type { FormField } from '../../../client/picture/pictureProtocol';
import { plainSnippet } from '../../../client/picture/plainSnippet';
import { actionDefinitions } from '../../../flow/catalog';
import { applyEdits, type Edit } from '../../../flow/edit/edit';
import { pictureOf } from '../../../flow/layout';
import { readFlow } from '../../../flow/model/flowModel';
import { insertBefore } from '../../../flow/refactor';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C } from '../../support/ids';

function drawnOf(flow: unknown): Drawn {
  const model = readFlow(typeof flow === 'string' ? flow : JSON.stringify(flow));
  return { model, picture: pictureOf(model) };
}
const after = ({ model }: Drawn, edits: readonly Edit[] | undefined) =>
  edits &&
  applyEdits(
    model.text,
    [...edits].sort((a, b) => a.offset - b.offset),
  );
/** The arrows of the flow that edits make, as "type text → type". */
function arrowsAfter(drawn: Drawn, edits: readonly Edit[] | undefined): string[] {
  const { nodes, edges } = drawnOf(after(drawn, edits) ?? '').picture;
  const titles = new Map(nodes.map(({ key, title }) => [key, title]));
  return edges
    .filter(({ isDocumentedOnly }) => !isDocumentedOnly)
    .map(({ from, to, text }) =>
      [titles.get(from), text && `[${text}]`, '→', titles.get(to)].filter(Boolean).join(' '),
    );
}
const ids = () => {
  let count = 0;
  return () => `40000000-0000-4000-8000-${String(count++).padStart(12, '0')}`;
};

const branch = { type: 'branch', option: { target_ids: { '1': B, '2': C }, default_target_id: C } };
const menu = [{ type: 'answer' }, branch, { type: 'beep', id: B }, { type: 'hangup', id: C }];

suite('edits of a picture', () => {
  test('an action that is the whole text stays it: nothing is added, copied, moved or deleted', () => {
    for (const text of [
      '{\n  "type": "answer"\n}\n',
      JSON.stringify({ ...branch, id: A }),
      '{"type":"answer"}, {"type":"beep"}',
    ]) {
      const drawn = drawnOf(text);
      const { edges, nodes } = drawn.picture;
      const key = nodes.find(({ kind }) => kind === 'action')?.key ?? '';
      const action = drawn.model.actions[0] ?? assert.fail();
      for (const edge of edges) {
        assert.deepEqual(addOnEdge(drawn, edge.key, { type: 'talk' }, ids()), [], text);
        assert.equal(moveOntoEdge(drawn, key, edge.key, ids()), undefined);
      }
      assert.deepEqual(addAfter(drawn, key, { type: 'talk' }, ids()), []);
      assert.deepEqual(insertBefore(drawn.model, action, { type: 'talk' }, ids()), []);
      assert.deepEqual(duplicate(drawn, key, ids()), []);
      assert.deepEqual(deleteNode(drawn, key, ids()), []);
      assert.equal(moveBy(drawn, key, 1, ids()), undefined);
      assert.deepEqual(
        fixedEdges(drawn),
        edges.map((edge) => edge.key),
      );
      const form = formOf(drawn, { key }, action, { findings: [] });
      assert.deepEqual([form.isAlone, form.canAddCase], [true, false]);
    }
  });

  test('an arrow led to an action whose id another one has before leads there: it gets an id of its own', () => {
    const twice = [branch, { type: 'talk', id: B }, { type: 'beep', id: B.toUpperCase() }, { type: 'hangup', id: C }];
    const drawn = drawnOf(twice);
    const leads = (edits: readonly Edit[] | undefined, name: string) =>
      assert.ok(arrowsAfter(drawn, edits).includes(`branch [${name}] → beep`), arrowsAfter(drawn, edits).join());
    leads(leadEdge(drawn, '0 branch #1 "1"', '0 beep #1', ids()), '1');
    leads(addWay(drawn, '0 branch #1', '7', '0 beep #1', ids()), '7');
    leads(setFieldTarget(drawn, '0 branch #1', ['default_target_id'], '0 beep #1', ids()), 'default');
    const ofTwo = arrowsAfter(drawn, leadEdge(drawn, '0 branch #1 "1"', '0 beep #1', ids()));
    assert.ok(ofTwo.includes('talk → beep'));
  });

  test('an action on an arrow runs there, and everything else stays', () => {
    const drawn = drawnOf(menu);
    const add = (edge: string) => arrowsAfter(drawn, addOnEdge(drawn, edge, { type: 'sleep' }, ids()));
    assert.deepEqual(add('0 answer #1 next').slice(1, 3), ['answer → sleep', 'sleep → branch']);
    assert.deepEqual(add('start of 0 start 0 answer #1').slice(0, 2), ['Start → sleep', 'sleep → answer']);
    const onCase = add('0 branch #1 "1"');
    assert.ok(onCase.includes('branch [1] → sleep') && onCase.includes('sleep → beep'), onCase.join());
    const onShared = add('0 branch #1 "2"');
    assert.ok(
      onShared.includes('branch [2] → sleep') && onShared.includes('branch [default] → hangup'),
      onShared.join(),
    );
    assert.ok(onShared.includes('sleep [next_id] → hangup') && onShared.includes('beep → hangup'), onShared.join());
  });

  test('an action is added at an end, and where a call was dropped', () => {
    const open = drawnOf([
      { type: 'branch', option: { target_ids: { '1': B } } },
      { type: 'beep', id: B },
    ]);
    assert.deepEqual(arrowsAfter(open, addOnEdge(open, `0 ${B} end`, { type: 'sleep' }, ids())).slice(-2), [
      'beep → sleep',
      'sleep → ends',
    ]);
    const mended = arrowsAfter(open, addOnEdge(open, '0 branch #1 default', { type: 'sleep' }, ids()));
    assert.ok(mended.includes('branch [default] → sleep') && mended.includes('sleep → ends'), mended.join());
    assert.ok(
      mended.some((arrow) => arrow.startsWith('beep') && arrow.endsWith('ends')),
      mended.join(),
    );
  });

  test('an action on a case does not come in the way of what runs into its target by the order of the text', () => {
    const drawn = drawnOf([
      { type: 'branch', option: { target_ids: { '1': B }, default_target_id: A } },
      { type: 'sleep', id: A },
      { type: 'beep', id: B },
    ]);
    const arrows = arrowsAfter(drawn, addOnEdge(drawn, '0 branch #1 "1"', { type: 'answer' }, ids()));
    for (const arrow of ['branch [1] → answer', 'answer [next_id] → beep', 'sleep → beep'])
      assert.ok(arrows.includes(arrow), `${arrow} in ${arrows.join()}`);
  });

  test('an action behind a test that is the last one runs where the test is true', () => {
    const drawn = drawnOf([
      { type: 'beep', id: A },
      { type: 'condition_variable', id: B, option: { condition: '==', false_target_id: A } },
    ]);
    const arrows = arrowsAfter(drawn, addAfter(drawn, `0 ${B}`, { type: 'sleep' }, ids()));
    assert.ok(arrows.includes('condition_variable [true] → sleep'), arrows.join());
    assert.ok(arrows.includes('condition_variable [false] → beep'), arrows.join());
  });

  test('no arrow leads into another list, and what no option says is not removed', () => {
    const drawn = drawnOf([{ type: 'call', option: { actions: [{ type: 'beep' }] } }, { type: 'answer' }]);
    assert.equal(leadEdge(drawn, '0 call #1 next', '1 beep #1', ids()), undefined);
    assert.deepEqual(removeWay(drawn, '0 call #1 next', ids()), []);
  });

  test('of equal actions the one that moved is chosen', () => {
    const { model, picture } = drawnOf([{ type: 'talk' }, { type: 'beep' }, { type: 'talk' }, { type: 'hangup' }]);
    const edits = moveBy({ model, picture }, '0 talk #2', -1, ids()) ?? assert.fail();
    const at = chosenAfter(model, edits, 'moved', model.actions[2]);
    assert.equal(at, after({ model, picture }, edits)?.lastIndexOf('"talk"'));
  });

  test('an action that is added is chosen, also where a target of an earlier action changes with it', () => {
    const drawn = drawnOf(menu);
    for (const edge of ['0 branch #1 "1"', '0 branch #1 "2"', 'start of 0 start 0 answer #1']) {
      const edits = addOnEdge(drawn, edge, { type: 'sleep' }, ids());
      const at = chosenAfter(drawn.model, edits, 'added', undefined);
      assert.equal(at, after(drawn, edits)?.indexOf('"sleep"'), edge);
    }
  });

  test('an action that is deleted leaves no gap', () => {
    const drawn = drawnOf(menu);
    assert.ok(arrowsAfter(drawn, deleteNode(drawn, `0 ${B}`, ids())).includes('branch [1] → hangup'));
  });

  test('of an action that is deleted the ids go that were there for its ways alone; names stay', () => {
    const drawn = drawnOf([
      { type: 'goto', option: { target_id: B } },
      { type: 'beep', id: B },
      { type: 'echo', id: C },
    ]);
    const text = after(drawn, deleteNode(drawn, '0 goto #1', ids())) ?? '';
    assert.equal(text, JSON.stringify([{ type: 'beep' }, { type: 'echo', id: C }]));
    const named = '[{"type": "goto", "option": {"target_id": "say"}}, {"id": "say", "type": "beep"}]';
    const model = readFlow(named, { jsonc: true });
    const both = { model, picture: pictureOf(model) };
    assert.equal(after(both, deleteNode(both, '0 goto #1', ids())), '[{"id": "say", "type": "beep"}]');
  });

  test('an action is moved onto an arrow, and the gap is closed', () => {
    const drawn = drawnOf([{ type: 'answer' }, { type: 'beep' }, { type: 'sleep' }, { type: 'hangup' }]);
    const onto = (edge: string) => arrowsAfter(drawn, moveOntoEdge(drawn, '0 beep #1', edge, ids()));
    assert.deepEqual(onto('0 sleep #1 next').slice(0, 4), [
      'Start → answer',
      'answer → sleep',
      'sleep → beep',
      'beep → hangup',
    ]);
    assert.deepEqual(onto('start of 0 start 0 answer #1').slice(0, 2), ['Start → beep', 'beep → answer']);
    assert.equal(moveOntoEdge(drawn, '0 beep #1', '0 beep #1 next', ids()), undefined);
    assert.equal(moveOntoEdge(drawn, '0 beep #1', '0 hangup #1 end', ids()), undefined);
    const branched = drawnOf(menu);
    const edits = moveOntoEdge(branched, '0 answer #1', '0 branch #1 "1"', ids());
    const ways = arrowsAfter(branched, edits);
    for (const way of ['Start → branch', 'branch [1] → answer', 'answer → beep'])
      assert.ok(ways.includes(way), ways.join());
  });

  test('actions are extracted into a new call, one or several', () => {
    const drawn = drawnOf([{ type: 'answer' }, { type: 'beep' }, { type: 'talk' }, { type: 'hangup' }]);
    const item = arrowsAfter(drawn, refactor(drawn, { key: '0 beep #1' }, 'extract-call', ids()));
    assert.ok(item.includes('answer → call') && item.includes('New call → beep'), item.join());
    const two = arrowsAfter(drawn, refactor(drawn, { key: '0 talk #1', until: '0 beep #1' }, 'extract-call', ids()));
    assert.ok(two.includes('call → hangup') && two.includes('beep → talk'), two.join());
    assert.equal(refactor(drawn, { key: 'start of 0' }, 'extract-call', ids()), undefined);
  });

  test('an arrow leads elsewhere, and its target gets an id', () => {
    const drawn = drawnOf(menu);
    const edits = leadEdge(drawn, '0 branch #1 "1"', '0 answer #1', ids());
    assert.ok(arrowsAfter(drawn, edits).includes('branch [1] → answer'));
    assert.equal(leadEdge(drawn, '0 branch #1 "1"', 'start of 0', ids()), undefined);
  });

  test('cases come and go', () => {
    const drawn = drawnOf(menu);
    assert.ok(arrowsAfter(drawn, addWay(drawn, '0 branch #1', '#', `0 ${B}`, ids())).includes('branch [#] → beep'));
    assert.ok(!arrowsAfter(drawn, removeWay(drawn, '0 branch #1 "1"', ids())).some((arrow) => arrow.includes('[1]')));
  });

  test('an action runs earlier or later; the first and the last one stay', () => {
    const drawn = drawnOf([{ type: 'answer' }, { type: 'beep' }, { type: 'sleep' }]);
    assert.deepEqual(arrowsAfter(drawn, moveBy(drawn, '0 sleep #1', -1, ids())).slice(1, 3), [
      'answer → sleep',
      'sleep → beep',
    ]);
    assert.equal(moveBy(drawn, '0 answer #1', -1, ids()), undefined);
    assert.equal(moveBy(drawn, '0 sleep #1', 1, ids()), undefined);
  });

  test('a control gives an option its value, in the kind that the catalog wants', () => {
    const drawn = drawnOf([{ type: 'sleep', option: { duration: 5 } }, { type: 'talk' }]);
    assert.match(after(drawn, setField(drawn, '0 sleep #1', ['duration'], '250')) ?? '', /"duration":250/);
    assert.match(after(drawn, setField(drawn, '0 talk #1', ['text'], '${a}')) ?? '', /"text":\s?"\$\{a\}"/);
    assert.doesNotMatch(after(drawn, setField(drawn, '0 sleep #1', ['duration'], '')) ?? '', /duration/);
    assert.equal(setField(drawn, '0 sleep #1', ['duration'], 'soon'), undefined);
    assert.equal(setField(drawn, '0 sleep #1', ['nothing'], '1'), undefined);
  });

  test('a form shows every option with the control that fits its kind', () => {
    const drawn = drawnOf([
      { type: 'condition_variable', option: { value_number: 'x', false_target_id: A } },
      { type: 'hangup', id: A },
    ]);
    const [action] = drawn.model.actions;
    assert.ok(action);
    const { fields } = formOf(drawn, { key: '0 condition_variable #1' }, action, { findings: [] });
    const controlOf = (name: string) => fields.find((field) => field.name === name)?.control;
    assert.equal(controlOf('false_target_id'), 'target');
    assert.equal(controlOf('condition'), 'choice');
    // A text where a number belongs is shown as it is.
    assert.equal(controlOf('value_number'), 'json');
  });

  test('a finding is with the value that it is about, once', () => {
    const drawn = drawnOf([{ type: 'call', option: { destinations: [{ type: 'tel', target: '5' }] } }]);
    const [action] = drawn.model.actions;
    assert.ok(action);
    const offset = drawn.model.text.indexOf('"5"');
    const findings = [{ offset, end: offset + 3, severity: 'error', message: 'Too short.' }] as const;
    const { fields } = formOf(drawn, { key: '0 call #1' }, action, { findings });
    const told = (field: FormField): string[] => [
      ...field.findings.map(() => field.path.join(' ')),
      ...field.parts.flatMap(told),
    ];
    assert.deepEqual(fields.flatMap(told), ['destinations 0 target']);
  });

  test('in the form of any action a choice is there once, with a name, and no unit says what the name says', () => {
    for (const { type, example } of actionDefinitions) {
      const drawn = drawnOf([example]);
      const [action] = drawn.model.actions;
      assert.ok(action);
      const form = formOf(
        drawn,
        { key: drawn.picture.nodes.find(({ kind }) => kind === 'action')?.key ?? '' },
        action,
        { findings: [] },
      );
      const all = (fields: typeof form.fields): typeof form.fields =>
        fields.flatMap((field) => [field, ...all(field.parts)]);
      for (const { name, unit, choices } of all(form.fields)) {
        assert.notEqual(unit, name, type);
        assert.equal(new Set(choices.map(({ value }) => value)).size, choices.length, `${type} ${name}`);
        for (const { label } of choices) assert.match(label, /^[^:\s]/, `${type} ${name}`);
      }
    }
  });

  test('parts of lists and maps come and go, and values within them are set', () => {
    const party = { type: 'tel', target: '+15550100001' };
    const drawn = drawnOf([
      { type: 'connect', option: { source: party, destinations: [party] } },
      { type: 'fetch', option: { event_url: 'https://example.com' } },
      { type: 'goto' },
    ]);
    const optionsAfter = (edits: readonly Edit[] | undefined) =>
      JSON.parse(after(drawn, edits) ?? '[]').map(({ option }: { option: unknown }) => option);
    const second = optionsAfter(addPart(drawn, '0 connect #1', ['destinations'], undefined))[0].destinations;
    assert.equal(second.length, 2);
    assert.deepEqual(Object.keys(second[1]), ['type', 'target']);
    const set = setField(drawn, '0 connect #1', ['destinations', 0, 'target'], '+15550100002');
    assert.equal(optionsAfter(set)[0].destinations[0].target, '+15550100002');
    assert.deepEqual(optionsAfter(removePart(drawn, '0 connect #1', ['destinations', 0]))[0].destinations, []);
    assert.deepEqual(optionsAfter(setFieldTarget(drawn, '0 goto #1', ['target_id'], '0 connect #1', ids()))[2], {
      target_id: ids()(),
    });
    assert.deepEqual(setField(drawn, '0 connect #1', ['source', 'type'], 'tel'), []);
    assert.equal(addPart(drawn, '0 connect #1', ['source'], 'x'), undefined);
  });

  test('any edit of any flow leaves a flow of the same actions, one more or one less', () => {
    const change = fc.constantFrom('add', 'addAfter', 'delete', 'duplicate', 'up', 'down', 'lead', 'remove');
    fc.assert(
      fc.property(arbitraryFlow, change, fc.nat(), fc.nat(), (flow, kind, item, two) => {
        const drawn = drawnOf(flow);
        const { nodes, edges } = drawn.picture;
        const actions = nodes.filter((node) => node.kind === 'action');
        const node = actions[item % actions.length]?.key ?? '';
        const edge = edges[item % edges.length]?.key ?? '';
        const to = actions[two % actions.length]?.key ?? '';
        const newId = ids();
        const edits = {
          add: () => addOnEdge(drawn, edge, { type: 'beep' }, newId),
          addAfter: () => addAfter(drawn, node, { type: 'beep' }, newId),
          delete: () => deleteNode(drawn, node, newId),
          duplicate: () => duplicate(drawn, node, newId),
          up: () => moveBy(drawn, node, -1, newId),
          down: () => moveBy(drawn, node, 1, newId),
          lead: () => leadEdge(drawn, edge, to, newId),
          remove: () => removeWay(drawn, edge, newId),
        }[kind]();
        if (!edits || edits.length === 0) return;
        const text = after(drawn, edits) ?? '';
        assert.doesNotThrow(() => JSON.parse(text), text);
        const count = readFlow(text).actions.length - drawn.model.actions.length;
        // Where a flow ended behind what is gone, jumps need a `stop` in its place.
        const allowed = {
          add: [1],
          addAfter: [1],
          delete: [-1, 0],
          duplicate: [1],
          up: [0],
          down: [0],
          lead: [0],
          remove: [0],
        }[kind];
        assert.ok(allowed.includes(count), `${kind}: ${count}\n${text}`);
      }),
      { numRuns: 200 },
    );
  });
});

suite('a snippet before anything is filled in', () => {
  test('has its defaults and first choices', () => {
    assert.equal(plainSnippet('{ "a": ${1:5000}, "b": "${2|x,y|}"$0 }'), '{ "a": 5000, "b": "x" }');
    assert.equal(plainSnippet('"${1:a \\${b\\} ${2:c}}\\\\"'), '"a ${b} c\\"');
    assert.equal(plainSnippet('{"id": "${1}"}'), '{"id": ""}');
  });
});
