import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type JsonNode, nodeAt } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';
import { childCount, keyRow, memberRow, repeatsKey, textAt, valueAt } from '../../../flow/json/readRow';

function read(text: string): JsonNode {
  const { root } = parseJson(text);
  assert.ok(root);
  return root;
}

suite('rows of a text', () => {
  test('stand in order of the text, what is inside a value right behind it', () => {
    const { rows } = read('{ "a": [1, [2], "x"], "b": null }');
    const parts = Array.from(rows.nodes, (_, row) => {
      const { offset, end } = nodeAt(rows, row);
      return rows.text.slice(offset, end);
    });
    assert.deepEqual(parts.slice(1), ['[1, [2], "x"]', '1', '[2]', '2', '"x"', 'null']);
  });

  test('have one node each, whichever way leads to it', () => {
    const root = read('{ "a": [{ "b": 1 }] }');
    const inner = root.children[0]?.children[0]?.children[0];
    assert.ok(inner);
    assert.equal(nodeAt(root.rows, inner.row), inner);
    assert.equal(inner.parent?.parent?.parent, root);
  });

  test('make room for texts that are nothing but values', () => {
    const items = Array.from({ length: 5000 }, (_, index) => index % 10);
    const root = read(JSON.stringify(items));
    assert.deepEqual(
      root.children.map((item) => item.value),
      items,
    );
    assert.ok(root.children.every((item, index) => item.parent === root && item.index === index));
  });

  test('keep more names of keys than there are places for the latest', () => {
    const object = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`key${index}`, index]));
    const root = read(JSON.stringify(object));
    assert.deepEqual(Object.fromEntries(root.children.map((child) => [child.key?.name, child.value])), object);
    assert.equal(valueAt(root.rows, memberRow(root.rows, 0, 'key1999')), 1999);
  });
});

suite('members by row', () => {
  const find = (text: string, name: string) => {
    const { rows } = read(text);
    return valueAt(rows, memberRow(rows, 0, name));
  };

  test('are found in any case, a key that is spelt exactly so before others', () => {
    assert.equal(find('{ "Type": 1 }', 'type'), 1);
    assert.equal(find('{ "type": 1 }', 'TYPE'), 1);
    assert.equal(find('{ "TYPE": 1 }', 'Type'), 1);
    assert.equal(find('{ "type": 1, "TYPE": 2 }', 'type'), 1);
    assert.equal(find('{ "TYPE": 1, "Type": 2 }', 'type'), 2);
    assert.equal(find('{ "types": 1 }', 'type'), undefined);
  });

  test('are not looked for in what is nested', () => {
    assert.equal(find('{ "a": { "type": 1 }, "b": [{ "type": 2 }] }', 'type'), undefined);
  });

  test('have a key before they have a value', () => {
    const { rows } = read('{ "type": }');
    assert.equal(keyRow(rows, 0, 'type'), 1);
    assert.equal(memberRow(rows, 0, 'type'), -1);
    assert.equal(textAt(rows, memberRow(rows, 0, 'type')), undefined);
  });

  test('are counted, and told when two have one name', () => {
    const repeats = (text: string) => repeatsKey(read(text).rows, 0);
    assert.equal(childCount(read('[1, [2, 3], {}]').rows, 0), 3);
    assert.equal(childCount(read('{}').rows, 0), 0);
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
