import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { isClosed, type JsonNode, member, pathOf, textOf, toValue } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';

function read(text: string): JsonNode {
  const { root } = parseJson(text);
  assert.ok(root);
  return root;
}

suite('member', () => {
  test('finds a value by its key', () => {
    assert.equal(member(read('{ "a": 1, "b": 2 }'), 'b')?.value, 2);
    assert.equal(member(read('{ "a": 1 }'), 'c'), undefined);
  });

  test('takes the last of equal keys', () => {
    assert.equal(member(read('{ "a": 1, "a": 2 }'), 'a')?.value, 2);
  });

  test('takes another spelling as the same key', () => {
    assert.equal(member(read('{ "Duration": 5 }'), 'duration')?.value, 5);
    assert.equal(member(read('{ "duration": 1, "Duration": 5 }'), 'duration')?.value, 5);
  });

  test('finds nothing where the value is still to come, and nothing in what is not an object', () => {
    assert.equal(member(read('{ "a": }'), 'a'), undefined);
    assert.equal(member(read('["a"]'), 'a'), undefined);
    assert.equal(member(undefined, 'a'), undefined);
  });
});

suite('isClosed', () => {
  const closed = (text: string) => isClosed(text, read(text));

  test('looks at the bracket of the container itself', () => {
    for (const text of ['{}', '[]', '[[]]', '{ "a": {} }', '["]"]', '[] x']) assert.equal(closed(text), true, text);
    for (const text of ['{', '[', '[[]', '{ "a": {}', '["]"', '{ "a": [1] ', '["]'])
      assert.equal(closed(text), false, text);
  });
});

suite('textOf', () => {
  test('gives the text of a string only', () => {
    assert.equal(textOf(read('"5"')), '5');
    assert.equal(textOf(read('5')), undefined);
    assert.equal(textOf(read('null')), undefined);
    assert.equal(textOf(undefined), undefined);
  });
});

suite('pathOf', () => {
  test('names keys and positions from the root on', () => {
    const root = read('{ "actions": [ {}, { "type": "talk" } ] }');
    const type = member(member(root, 'actions')?.children[1], 'type');
    assert.ok(type);
    assert.deepEqual(pathOf(type), ['actions', 1, 'type']);
    assert.deepEqual(pathOf(root), []);
  });
});

suite('toValue', () => {
  test('gives what JSON.parse gives', () => {
    const text = '{ "a": [1, "x", true, null, {}], "b": { "c": -0.5 }, "a": 2 }';
    assert.deepEqual(toValue(read(text)), JSON.parse(text));
  });

  test('leaves out what has no value yet', () => {
    assert.deepEqual(toValue(read('{ "a": , "b": 1 }')), { b: 1 });
  });

  test('takes "__proto__" for a key like any other', () => {
    const value = toValue(read('{ "__proto__": { "polluted": true } }')) as object;
    assert.deepEqual(Object.keys(value), ['__proto__']);
    assert.equal('polluted' in value, false);
  });
});
