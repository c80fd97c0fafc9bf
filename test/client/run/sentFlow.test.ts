import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { jsonText } from '../../../client/api/exactJson';
import { mainScope, sentFlow } from '../../../client/run/sentFlow';
import { readFlow } from '../../../flow/model/flowModel';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { A, B } from '../../support/ids';

/** Ids that are given, in order: `id-1`, `id-2`. */
function sent(value: unknown) {
  let count = 0;
  return sentFlow(readFlow(JSON.stringify(value)), () => `id-${++count}`);
}

suite('sentFlow', () => {
  test('an action with a key twice goes out with both, and nothing around it is lost', () => {
    const twice = '{"type":"talk","option":{"text":"x"},"option":{"language":"en-US"}}';
    const text = `{"name":"a","name":"b","actions":[${twice},{"type":"hangup"}]}`;
    const result = sentFlow(readFlow(text), () => 'id-1');
    assert.equal(jsonText(result?.actions), `[${twice},{"type":"hangup","id":"id-1"}]`);
    assert.deepEqual(result?.listPath, ['actions']);
  });

  test('names go out as UUIDs, and the places are those of the file', () => {
    const text =
      '[{ "id": "hello", "type": "answer", "next_id": "bye" }, /* the end */ { "id": "bye", "type": "stop" }]';
    const result = sentFlow(readFlow(text, { jsonc: true }), () => 'id-1');
    const [hello, bye] = [uuidOfName('', 'hello'), uuidOfName('', 'bye')];
    assert.deepEqual(result?.actions, [
      { id: hello, type: 'answer', next_id: bye },
      { id: bye, type: 'stop' },
    ]);
    assert.deepEqual(
      [...(result?.pathById ?? [])],
      [
        [hello, [0]],
        [bye, [1]],
      ],
    );
  });

  test('gives ids to actions without one and changes nothing else', () => {
    const flow = {
      name: 'Menu',
      actions: [
        { type: 'talk', option: { text: 'Hi', own: null }, own: [1] },
        { id: A, type: 'goto', option: { target_id: B }, next_id: B },
        { id: B.toUpperCase(), type: 'hangup' },
      ],
    };
    const result = sent(flow);
    assert.deepEqual(result?.actions, [{ ...flow.actions[0], id: 'id-1' }, flow.actions[1], flow.actions[2]]);
    assert.deepEqual(
      [...(result?.pathById ?? [])],
      [
        ['id-1', ['actions', 0]],
        [A, ['actions', 1]],
        [B, ['actions', 2]],
      ],
    );
    assert.deepEqual(result?.listPath, ['actions']);
  });

  test('an id that counts as none is replaced where it stands', () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    const actions = [
      { id: '', type: 'a' },
      { id: null, type: 'b' },
      { ID: nil, type: 'c' },
    ];
    assert.deepEqual(sent(actions)?.actions, [
      { id: 'id-1', type: 'a' },
      { id: 'id-2', type: 'b' },
      { ID: 'id-3', type: 'c' },
    ]);
  });

  test('an id that is not a UUID is sent as it is: what VoIPbin makes of it is not hidden', () => {
    const actions = [
      { id: 'menu', type: 'answer' },
      { id: 7, type: 'hangup' },
    ];
    const result = sent(actions);
    assert.deepEqual(result?.actions, actions);
    assert.equal(result?.pathById.size, 0);
  });

  test('of several actions with one id the first is the one that runs', () =>
    assert.deepEqual(
      sent([
        { id: A, type: 'answer' },
        { id: A, type: 'hangup' },
      ])?.pathById.get(A),
      [0],
    ));

  test('the actions of a call get ids, too', () => {
    const result = sent([{ type: 'call', option: { actions: [{ type: 'talk' }] } }]);
    assert.deepEqual(result?.pathById.get('id-2'), [0, 'option', 'actions', 0]);
    assert.match(JSON.stringify(result?.actions), /"actions":\[\{"type":"talk","id":"id-2"\}\]/);
  });

  test('actions inside what is not a list of the document are not sent', () => {
    assert.deepEqual(sent({ actions: [{ type: 'answer' }], other: [{ type: 'x' }] })?.actions.length, 1);
  });

  test('there is nothing to send in a single action, in several flows and in nothing', () => {
    for (const value of [{ type: 'answer' }, { result: [{ actions: [] }, { actions: [] }] }, 7, {}])
      assert.equal(sent(value), undefined, JSON.stringify(value));
    assert.equal(mainScope(readFlow('')), undefined);
  });
});
