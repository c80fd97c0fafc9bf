import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { FlowBody } from '../../../client/api/bodies';
import { flowSchema } from '../../../client/api/resources';
import { asStored, comparableFlow, documentFlow, flowText } from '../../../client/run/flowBody';
import { readFlow } from '../../../flow/model/flowModel';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { A, B, C } from '../../support/ids';

const nil = '00000000-0000-0000-0000-000000000000';
const body = (actions: readonly unknown[]): FlowBody => ({
  name: 'n',
  detail: '',
  actions,
  on_complete_flow_id: undefined,
});
const stored = (actions: readonly object[]) => flowSchema.parse({ id: 'f', name: 'n', detail: null, actions });

suite('documentFlow', () => {
  const read = (value: unknown) => documentFlow(readFlow(JSON.stringify(value)));

  test('takes actions as they stand, whatever surrounds them', () => {
    const actions = [{ type: 'talk', option: { text: 'x' }, own: 1 }, 7];
    const none = { name: undefined, detail: '', on_complete_flow_id: undefined };
    assert.deepEqual(read(actions), { ...none, actions });
    assert.deepEqual(read({ actions }), { ...none, actions });
    const whole = { name: 'n', detail: 'd', on_complete_flow_id: A, actions };
    assert.deepEqual(read(whole), whole);
    assert.deepEqual(read({ actions, name: '', on_complete_flow_id: '' }), { ...none, actions });
    assert.deepEqual(read({ source: {}, destinations: [], actions }), { ...none, actions });
  });

  test('has UUIDs for the names of a file for authors, the same ones each time', () => {
    const text = '{ "actions": [{ "id": "hello", "type": "answer" }] }';
    const twice = [1, 2].map(() => documentFlow(readFlow(text, { jsonc: true }))?.actions);
    const actions = [{ id: uuidOfName('', 'hello'), type: 'answer' }];
    assert.deepEqual(twice, [actions, actions]);
    assert.deepEqual(documentFlow(readFlow(text))?.actions, [{ id: 'hello', type: 'answer' }]);
  });

  test('an empty list is a flow, too; a single action and several flows are none', () => {
    assert.deepEqual(read([])?.actions, []);
    assert.equal(read({ type: 'answer' }), undefined);
    assert.equal(read({ result: [{ actions: [] }, { actions: [] }] }), undefined);
  });
});

suite('comparableFlow', () => {
  const compare = (there: readonly object[], here: readonly object[]) =>
    comparableFlow(stored(there), body(here)).actions;

  test('keys stay in the order of the file where an action was added in front', () => {
    const talk = { type: 'talk', option: { language: 'en-US', text: 'x' } };
    const mine = { type: 'talk', option: { text: 'x', language: 'en-US' } };
    const first = { type: 'answer' };
    assert.equal(JSON.stringify(compare([talk], [first, mine])), JSON.stringify([mine]));
    assert.equal(JSON.stringify(compare([first, talk], [mine])), JSON.stringify([first, mine]));
  });

  test('what VoIPbin adds is no difference', () => {
    const here = [{ type: 'talk', option: { text: 'x', language: 'en-US' } }, { type: 'hangup' }];
    const there = [
      { id: A, next_id: nil, type: 'talk', option: { language: 'en-US', text: 'x' } },
      { id: B, next_id: nil, type: 'hangup', option: {} },
    ];
    assert.equal(JSON.stringify(compare(there, here)), JSON.stringify(here));
  });

  test('ids that are named stay, whichever side names them', () => {
    const there = [
      { id: A, type: 'goto', option: { target_id: B } },
      { id: B, type: 'answer' },
      { id: C, type: 'hangup' },
    ];
    assert.deepEqual(compare(there, []), [
      { type: 'goto', option: { target_id: B } },
      { id: B, type: 'answer' },
      { type: 'hangup' },
    ]);
    assert.deepEqual(compare([{ id: C, type: 'hangup' }], [{ id: C, type: 'hangup' }]), [{ id: C, type: 'hangup' }]);
  });

  test('real differences are there', () => {
    assert.deepEqual(compare([{ type: 'answer' }], []), [{ type: 'answer' }]);
    assert.deepEqual(
      compare([{ type: 'talk', option: { text: 'y', more: [1] } }], [{ type: 'talk', option: { text: 'x' } }]),
      [{ type: 'talk', option: { text: 'y', more: [1] } }],
    );
  });
});

suite('asStored', () => {
  test('leaves out what VoIPbin does not keep', () => {
    const actions = [
      { TYPE: 'talk', option: {}, id: '', next_id: nil, own: 1 },
      { id: A, type: 'answer', option: { a: null } },
      7,
    ];
    assert.deepEqual(asStored(body(actions)).actions, [
      { TYPE: 'talk' },
      { id: A, type: 'answer', option: { a: null } },
      7,
    ]);
  });
});

suite('flowText', () => {
  test('is a file that ends with a line break and leaves out what is not set', () => {
    assert.equal(flowText(body([])), '{\n  "name": "n",\n  "detail": "",\n  "actions": []\n}\n');
    assert.match(flowText({ ...body([]), on_complete_flow_id: A }), /"on_complete_flow_id": "aaaaaaaa/);
  });
});
