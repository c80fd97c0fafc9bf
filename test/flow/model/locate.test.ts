import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { fieldsOf, indexOf, type Location, locate } from '../../../flow/model/locate';
import { withCursor } from '../../support/cursor';
import { pointerOf } from '../../support/pointerOf';

function at(marked: string): Location {
  const { text, offset } = withCursor(marked);
  return locate(readFlow(text), offset);
}

/** What stands at the cursor, as "at key-or-value-pointer in container-pointer". */
function place(marked: string): string {
  const { at: kind, node, key, container } = at(marked);
  const what = node ? pointerOf(node) || '/' : '-';
  return `${kind} ${what}${key ? ` ${key.name}` : ''} in ${container ? pointerOf(container) || '/' : '-'}`;
}

suite('locate: in a whole document', () => {
  test('on a key, at both of its ends', () => {
    for (const text of ['{ |"type": "talk" }', '{ "ty|pe": "talk" }', '{ "type"|: "talk" }']) {
      assert.equal(place(text), 'key /type type in /', text);
    }
  });

  test('on a value, at both of its ends', () => {
    for (const text of ['{ "type": |"talk" }', '{ "type": "ta|lk" }', '{ "type": "talk"| }']) {
      assert.equal(place(text), 'value /type type in /', text);
    }
    assert.equal(place('[1, 2|]'), 'value /1 in /');
  });

  test('between things', () => {
    assert.equal(place('{ "type": "talk" | }'), 'gap - in /');
    assert.equal(place('{ "type" : | "talk" }'), 'gap - in /');
    assert.equal(place('{ "type": "talk",| "id": 1 }'), 'gap - in /');
    assert.equal(place('{|}'), 'gap - in /');
    assert.equal(place('[{}, | {}]'), 'gap - in /');
  });

  test('at the brackets of a container one is outside of it', () => {
    assert.equal(place('[|{}]'), 'gap - in /');
    assert.equal(place('[{}|]'), 'gap - in /');
    assert.equal(place('|{}'), 'gap - in -');
    assert.equal(place('{}|'), 'gap - in -');
  });

  test('outside of the document', () => {
    assert.equal(place(' | {}'), 'gap - in -');
    assert.equal(place('|'), 'gap - in -');
    assert.equal(place('5|'), 'value / in -');
  });

  test('knows action, scope and field', () => {
    const { action, scope, field, option } = at('[{ "type": "sleep", "option": { "duration": 30|00 } }]');
    assert.equal(action?.type, 'sleep');
    assert.equal(scope?.actions[0], action);
    assert.equal(field?.unit, 'ms');
    assert.equal(option?.node.value, 3000);
  });

  test('knows the fields of action keys, of the document and of addresses', () => {
    assert.equal(at('[{ "ty|pe": "sleep" }]').field?.name, 'type');
    assert.equal(at('{ "actions": [], "webhook_u|ri": "" }').field?.name, 'webhook_uri');
    assert.equal(at('{ "destinations": [{ "type": "t|el" }] }').field?.name, 'type');
    assert.equal(at('[{ "type": "connect", "option": { "source": { "tar|get": "" } } }]').field?.name, 'target');
    assert.equal(at('[{ "type": "sleep", "option": { "dur|": 1 } }]').field, undefined);
  });

  test('the actions of a call: inside an item it is that action, between the items it is the call', () => {
    const inner = at('[{ "type": "call", "option": { "actions": [{ "type": "ta|lk" }] } }]');
    assert.equal(inner.action?.type, 'talk');
    assert.equal(inner.scope?.owner?.type, 'call');
    const between = at('[{ "type": "call", "option": { "actions": [ | ] } }]');
    assert.equal(between.action?.type, 'call');
    assert.equal(between.scope?.owner?.type, 'call');
    assert.equal(at('[ | ]').action, undefined);
    assert.notEqual(at('[ | ]').scope, undefined);
  });

  test('a single action is its own scope', () => {
    const { action, scope } = at('{ "type": "sl|eep" }');
    assert.equal(action?.type, 'sleep');
    assert.equal(scope?.fragment, true);
  });
});

suite('locate: in text that is being typed', () => {
  test('where a value is still to come', () => {
    for (const text of [
      '{ "type":| }',
      '{ "type": | }',
      '{ "type": |, "id": 1 }',
      '{ "type": |',
      '{ "type": ta|',
      '{\n "type":\n  |\n}',
      '[{ "type": | }]'.slice(1, -1),
    ]) {
      assert.equal(place(text), 'value /type type in /', text);
    }
  });

  test('behind the comma it is another one', () => {
    assert.equal(place('{ "type": , | }'), 'gap - in /');
  });

  test('a key without a colon is a key', () => {
    assert.equal(place('{ "ty|" }'), 'key /ty ty in /');
    assert.equal(place('{ "ty|'), 'key /ty ty in /');
    assert.equal(place('{ "ty|\n}'), 'key /ty ty in /');
  });

  test('a text that is not closed is a value', () => {
    assert.equal(place('{ "type": "ta|'), 'value /type type in /');
    assert.equal(place('{ "type": "ta|\n}'), 'value /type type in /');
  });

  test('a container that is not closed is still around', () => {
    assert.equal(place('{ "actions": [ |'), 'gap - in /actions');
    assert.equal(place('{ "actions": [ { "type": "talk" }, |'), 'gap - in /actions');
    assert.equal(place('{ "actions": [ { "type": "talk", |'), 'gap - in /actions/0');
    assert.equal(at('{ "actions": [ { "type": "talk", |').action?.type, 'talk');
  });

  test('a container that ends with the bracket of something else is still around', () => {
    assert.equal(place('{ "actions": [], "option": {}|'), 'gap - in /');
    assert.equal(place('[[1]|'), 'gap - in /');
  });

  test('every offset of every prefix gives an answer', () => {
    const text = '{"actions":[{"type":"call","option":{"source":{"type":"tel"},"actions":[{"id":1.}]}}],"x":tru}';
    for (let length = 0; length <= text.length; length++) {
      const model = readFlow(text.slice(0, length));
      for (let offset = -1; offset <= length + 1; offset++) {
        const found = locate(model, offset);
        assert.equal(found.at === 'gap', found.node === undefined);
      }
    }
  });
});

suite('fieldsOf', () => {
  const names = (marked: string) => {
    const { text, offset } = withCursor(marked);
    const model = readFlow(text);
    const { container } = locate(model, offset);
    assert.ok(container);
    return fieldsOf(model, container)?.map((field) => field.name);
  };

  test('of an action, its option, an address and the document', () => {
    assert.deepEqual(names('[{ | }]'), ['id', 'next_id', 'type', 'option', 'tm_execute']);
    assert.deepEqual(names('[{ "type": "sleep", "option": { | } }]'), ['duration']);
    const address = ['type', 'target', 'target_name', 'name', 'detail'];
    assert.deepEqual(names('[{ "type": "connect", "option": { "source": { | } } }]'), address);
    assert.deepEqual(names('[{ "type": "connect", "option": { "destinations": [{ | }] } }]'), address);
    assert.ok(names('{ "flow_id": "", | }')?.includes('webhook_uri'));
  });

  test('of what the catalog does not know there are none', () => {
    assert.equal(names('[{ "type": "nothing", "option": { | } }]'), undefined);
    assert.equal(names('[ | ]'), undefined);
    assert.equal(names('[{ "type": "sleep", "option": { "x": { | } } }]'), undefined);
  });
});

suite('indexOf', () => {
  const text = `{
    "source": { "type": "tel", "target": "+15550100001" }, "destinations": [{ "type": "tel" }, null], "name": , "detail" "x",
    "actions": [
      { "option": { "text": "a", "language": }, "type": "talk", "id": "1" },
      { "type": "call", "option": { "actions": [{ "type": "branch", "option": { "target_ids": { "1": "a", "2": "b" } } }, 5], "source": {} } },
      { "type": "play", "option": { "stream_urls": ["a", "b"] }, "option": { "stream_urls": ["c"] } },
      { "type": "none", "option": { "text": "a" } }
    ],
    "variables": { "a": 1 }`;

  test('finds what each node of a document means, however far it is written', () => {
    for (let end = text.length; end > 0; end--) {
      const model = readFlow(text.slice(0, end));
      const index = indexOf(model);
      for (const action of model.actions) assert.equal(index.actions(action.node), action);
      for (const scope of model.scopes) assert.equal(index.scopes(scope.list), scope);
      for (const option of model.options) assert.equal(index.options(option.node), option);
    }
  });

  test('knows nothing of other nodes', () => {
    const model = readFlow(text);
    const { actions, scopes, options } = indexOf(model);
    assert.ok(model.root && model.actions[0]?.typeNode);
    for (const node of [model.root, model.actions[0].typeNode]) {
      assert.equal(actions(node), undefined);
      assert.equal(scopes(node), undefined);
      assert.equal(options(node), undefined);
    }
    const twin = readFlow(text).options[0]?.node;
    assert.ok(twin);
    assert.equal(options(twin), undefined);
  });
});
