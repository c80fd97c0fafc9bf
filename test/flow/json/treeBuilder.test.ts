import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { hasKey, type JsonNode, member, repeatsKey } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';

function read(text: string): JsonNode {
  const { root } = parseJson(text);
  assert.ok(root);
  return root;
}

suite('the tree of a text', () => {
  test('holds its values in order of the text', () => {
    const text = '{ "a": [1, [2], "x"], "b": null }';
    const partsOf = (node: JsonNode): string[] => [
      text.slice(node.offset, node.end),
      ...node.children.flatMap(partsOf),
    ];
    assert.deepEqual(partsOf(read(text)).slice(1), ['[1, [2], "x"]', '1', '[2]', '2', '"x"', 'null']);
  });

  test('holds each value once, whichever way leads to it', () => {
    const root = read('{ "a": [{ "b": 1 }] }');
    const inner = root.children[0]?.children[0]?.children[0];
    assert.ok(inner);
    assert.equal(inner.parent?.children[inner.index], inner);
    assert.equal(inner.parent?.parent?.parent, root);
  });

  test('holds what stands in brackets that are never closed', () => {
    const root = read('{ "a": [1, { "b": [2');
    const [list] = root.children;
    assert.deepEqual(
      list?.children.map(({ type, index, end }) => [type, index, end]),
      [
        ['number', 0, 9],
        ['object', 1, 20],
      ],
    );
    assert.equal(list?.children[1]?.children[0]?.children[0]?.value, 2);
  });

  test('has room for texts that are nothing but values', () => {
    const items = Array.from({ length: 5000 }, (_, index) => index % 10);
    const root = read(JSON.stringify(items));
    assert.deepEqual(
      root.children.map((item) => item.value),
      items,
    );
    assert.ok(root.children.every((item, index) => item.parent === root && item.index === index));
  });

  test('keeps more names of keys than there are places for the latest', () => {
    const object = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`key${index}`, index]));
    const root = read(JSON.stringify(object));
    assert.deepEqual(Object.fromEntries(root.children.map((child) => [child.key?.name, child.value])), object);
    assert.equal(member(root, 'key1999')?.value, 1999);
  });
});

suite('members of an object', () => {
  const find = (text: string, name: string) => member(read(text), name)?.value;

  test('are found in any case', () => {
    assert.equal(find('{ "Type": 1 }', 'type'), 1);
    assert.equal(find('{ "type": 1 }', 'TYPE'), 1);
    assert.equal(find('{ "TYPE": 1 }', 'Type'), 1);
    assert.equal(find('{ "types": 1 }', 'type'), undefined);
  });

  test('of keys that differ in case the last one counts, as Go reads a request into its structs', () => {
    assert.equal(find('{ "type": 1, "TYPE": 2 }', 'type'), 2);
    assert.equal(find('{ "TYPE": 1, "Type": 2 }', 'type'), 2);
    assert.equal(find('{ "TYPE": 1, "type": 2 }', 'type'), 2);
    assert.equal(find('{ "type": 1, "TYPE": 2, "type": 3 }', 'type'), 3);
  });

  test('below `option` the key counts that sorts last, as Go writes a map', () => {
    const below = (text: string) => member(member(read(`{ "option": ${text} }`), 'option'), 'text')?.value;
    assert.equal(below('{ "text": 1, "TEXT": 2 }'), 1);
    assert.equal(below('{ "Text": 1, "TEXT": 2 }'), 1);
    assert.equal(below('{ "text": 1, "text": 2 }'), 2);
    const nested = read('{ "Option": { "actions": [{ "id": 1, "ID": 2 }] } }');
    assert.equal(member(member(member(nested, 'option'), 'actions')?.children[0], 'id')?.value, 1);
  });

  test('are not looked for in what is nested', () => {
    assert.equal(find('{ "a": { "type": 1 }, "b": [{ "type": 2 }] }', 'type'), undefined);
  });

  test('have a key before they have a value', () => {
    const root = read('{ "type": }');
    assert.equal(hasKey(root, 'type'), true);
    assert.equal(member(root, 'type'), undefined);
    assert.equal(hasKey(root, 'id'), false);
  });

  test('are counted, and told when two have one name', () => {
    const repeats = (text: string) => repeatsKey(read(text));
    assert.equal(read('[1, [2, 3], {}]').children.length, 3);
    assert.equal(read('{}').children.length, 0);
    assert.equal(repeats('{ "a": 1, "b": { "a": 2 } }'), false);
    assert.equal(repeats('{ "a": 1, "b": 2, "a": 3 }'), true);
    assert.equal(repeats('{ "a": 1, "\\u0061": 2 }'), true);
    assert.equal(repeats('{ "a": 1, "A": 2 }'), true);
    assert.equal(repeats('["a", "a"]'), false);
    const many = Array.from({ length: 100 }, (_, index) => `"k${index}": 0`);
    assert.equal(repeats(`{ ${many.join(', ')} }`), false);
    assert.equal(repeats(`{ ${many.join(', ')}, "k3": 1 }`), true);
    // Each name looked for among those before it would take minutes.
    const members = Array.from({ length: 200_000 }, (_, index) => `"k${index}": 0`).join(', ');
    assert.equal(repeats(`{ ${members} }`), false);
  });
});

suite('values of texts with mistakes in them', () => {
  const valuesOf = (text: string) => read(text).children.map(({ value }) => value);

  test('are what could be read', () => {
    assert.deepEqual(valuesOf('["a\\x", "b", 1, true, null, // note\n 1.]'), ['a', 'b', 1, true, null, 1]);
    assert.deepEqual(valuesOf('["a\\n\\u00e9", "\\\\", // note\n "open'), ['a\né', '\\', 'open']);
  });
});
