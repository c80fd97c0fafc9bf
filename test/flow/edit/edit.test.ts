import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  applyEdits,
  type Edit,
  insertItem,
  insertMember,
  insertMembers,
  prependMember,
  remove,
  removeAll,
  renameKey,
  replaceValue,
} from '../../../flow/edit/edit';
import type { JsonNode } from '../../../flow/json/node';
import { type FlowModel, readFlow } from '../../../flow/model/flowModel';
import { pointerOf } from '../../support/pointerOf';

/** The text after an edit of the value at a path; the result is JSON again, comments and trailing commas allowed. */
function edited(
  text: string,
  path: readonly (string | number)[],
  edit: (model: FlowModel, node: JsonNode) => Edit[],
): string {
  const model = readFlow(text, { jsonc: true });
  let node = model.root;
  for (const part of path) {
    node = node?.children.find((child) => (typeof part === 'string' ? child.key?.name === part : child.index === part));
  }
  assert.ok(node, `nothing at ${path.join('/')}`);
  const after = applyEdits(text, edit(model, node));
  const errors = readFlow(after, { jsonc: true }).issues.filter((issue) => issue.code !== 'Comment');
  assert.deepEqual(errors, [], after);
  return after;
}

const added = (text: string, path: readonly (string | number)[], name: string, value: unknown) =>
  edited(text, path, (model, node) => insertMember(model, node, name, value));
const withItem = (text: string, path: readonly (string | number)[], value: unknown, position?: number) =>
  edited(text, path, (model, node) => insertItem(model, node, value, position));
const without = (text: string, path: readonly (string | number)[]) => edited(text, path, remove);

suite('replaceValue', () => {
  test('puts a value in the place of another', () => {
    assert.equal(
      edited('{ "a": "x", "b": 1 }', ['a'], (model, node) => replaceValue(model, node, 5)),
      '{ "a": 5, "b": 1 }',
    );
  });

  test('lays it out like the rest', () => {
    assert.equal(
      edited('{\r\n\t"a": 1\r\n}', ['a'], (model, node) => replaceValue(model, node, { x: [1] })),
      '{\r\n\t"a": {\r\n\t\t"x": [\r\n\t\t\t1\r\n\t\t]\r\n\t}\r\n}',
    );
  });
});

suite('renameKey', () => {
  test('leaves everything around the key alone', () => {
    assert.equal(
      edited('{ "a" /* why */ : 1 }', ['a'], (_, node) => renameKey(node, 'say "b"')),
      '{ "say \\"b\\"" /* why */ : 1 }',
    );
  });

  test('does nothing to what has no key', () => {
    assert.equal(
      edited('[1]', [0], (_, node) => renameKey(node, 'b')),
      '[1]',
    );
  });
});

suite('insertMember', () => {
  test('goes behind the last property, on a line of its own where they have lines', () => {
    assert.equal(added('{\n  "a": 1\n}', [], 'b', 2), '{\n  "a": 1,\n  "b": 2\n}');
    assert.equal(added('{ "a": 1 }', [], 'b', 2), '{ "a": 1, "b": 2 }');
  });

  test('fills an empty object', () => {
    assert.equal(added('[\n  {}\n]', [0], 'b', 2), '[\n  {\n    "b": 2\n  }\n]');
  });

  test('keeps a comment in an empty object', () => {
    assert.equal(added('{\n  // nothing yet\n}', [], 'b', 2), '{\n  // nothing yet\n  "b": 2\n}');
  });

  test('goes behind a property in the middle', () => {
    const text = '{\n  "a": 1,\n  "c": 3\n}';
    assert.equal(
      edited(text, [], (model, node) => insertMember(model, node, 'b', 2, node.children[0])),
      '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}',
    );
  });

  test('leaves a comment with the property it speaks of', () => {
    assert.equal(added('{\n  "a": 1 // one\n}', [], 'b', 2), '{\n  "a": 1, // one\n  "b": 2\n}');
    assert.equal(added('{\r\n  "a": 1 /* one */\r\n}', [], 'b', 2), '{\r\n  "a": 1, /* one */\r\n  "b": 2\r\n}');
    const text = '{\n  "a": 1, // one\n  "c": 3\n}';
    assert.equal(
      edited(text, [], (model, node) => insertMember(model, node, 'b', 2, node.children[0])),
      '{\n  "a": 1, // one\n  "b": 2,\n  "c": 3\n}',
    );
  });

  test('copes with a trailing comma', () => {
    assert.equal(added('{\n  "a": 1,\n}', [], 'b', 2), '{\n  "a": 1,\n  "b": 2,\n}');
    assert.equal(added('{\n  "a": 1, // one\n}', [], 'b', 2), '{\n  "a": 1, // one\n  "b": 2,\n}');
  });

  test('takes no text that looks like a comment for one', () => {
    assert.equal(added('{\n  "a": "http://x"\n}', [], 'b', 2), '{\n  "a": "http://x",\n  "b": 2\n}');
  });

  test('gives edits within the text where the object is not closed', () => {
    for (const text of ['[{', '[{ "a": 1', '{']) {
      const model = readFlow(text);
      const object = text.startsWith('[') ? model.root?.children[0] : model.root;
      assert.ok(object);
      for (const { offset, end } of insertMember(model, object, 'b', 2)) {
        assert.ok(offset <= end && end <= text.length, text);
      }
    }
  });
});

suite('prependMember', () => {
  const first = (text: string) => edited(text, [], (model, node) => prependMember(model, node, 'id', 'x'));
  test('goes before the first property, on its line or on one of its own', () => {
    assert.equal(first('{ "a": 1 }'), '{ "id": "x", "a": 1 }');
    assert.equal(first('{\n  "a": 1\n}'), '{\n  "id": "x",\n  "a": 1\n}');
    assert.equal(first('{\r\n\t"a": 1\r\n}'), '{\r\n\t"id": "x",\r\n\t"a": 1\r\n}');
    assert.equal(first('{\n  // why\n  "a": 1\n}'), '{\n  // why\n  "id": "x",\n  "a": 1\n}');
  });

  test('is the only one of an object without any', () => {
    assert.equal(first('{}'), '{\n  "id": "x"\n}');
    assert.equal(first('{ /* later */ }'), '{ /* later */\n  "id": "x"\n}');
  });
});

suite('insertItem', () => {
  test('goes to the end when no position is given', () => {
    assert.equal(withItem('[\n  1\n]', [], 2), '[\n  1,\n  2\n]');
    assert.equal(withItem('[1]', [], 2), '[1, 2]');
    assert.equal(withItem('{ "a": [] }', ['a'], 2), '{ "a": [2] }');
    assert.equal(withItem('{\n  "a": []\n}', ['a'], 2), '{\n  "a": [\n    2\n  ]\n}');
    assert.equal(withItem('[]', [], 2), '[\n  2\n]');
  });

  test('is laid out as its neighbours are', () => {
    const item = { a: 1, b: [{ c: 'x' }] };
    const line = '{ "a": 1, "b": [{ "c": "x" }] }';
    assert.equal(withItem('[\n  { "z": 0 }\n]', [], item), `[\n  { "z": 0 },\n  ${line}\n]`);
    assert.equal(withItem('[{"z":0}]', [], item), `[{"z":0}, ${line}]`);
    assert.equal(
      withItem('[\n  {\n    "z": 0\n  }\n]', [], { a: 1 }),
      '[\n  {\n    "z": 0\n  },\n  {\n    "a": 1\n  }\n]',
    );
  });

  test('goes to its position', () => {
    assert.equal(withItem('[\n  1,\n  3\n]', [], 2, 1), '[\n  1,\n  2,\n  3\n]');
    assert.equal(withItem('[1, 3]', [], 2, 1), '[1, 2, 3]');
    assert.equal(withItem('[\n  2\n]', [], 1, 0), '[\n  1,\n  2\n]');
    assert.equal(withItem('[2]', [], 1, 0), '[1, 2]');
  });

  test('leaves comments with the item they speak of', () => {
    assert.equal(withItem('[\n  1 // one\n]', [], 2), '[\n  1, // one\n  2\n]');
    assert.equal(withItem('[\n  // two\n  2\n]', [], 1, 0), '[\n  1,\n  // two\n  2\n]');
    assert.equal(withItem('[ // list\n  2\n]', [], 1, 0), '[ // list\n  1,\n  2\n]');
  });

  test('lays objects out like the rest', () => {
    assert.equal(withItem('[\n  {}\n]', [], { type: 'stop' }), '[\n  {},\n  {\n    "type": "stop"\n  }\n]');
  });
});

suite('remove', () => {
  test('takes the line with it', () => {
    const text = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}';
    assert.equal(without(text, ['a']), '{\n  "b": 2,\n  "c": 3\n}');
    assert.equal(without(text, ['b']), '{\n  "a": 1,\n  "c": 3\n}');
    assert.equal(without(text, ['c']), '{\n  "a": 1,\n  "b": 2\n}');
  });

  test('takes the comma with it on one line', () => {
    assert.equal(without('[1, 2, 3]', [0]), '[2, 3]');
    assert.equal(without('[1, 2, 3]', [1]), '[1, 3]');
    assert.equal(without('[1, 2, 3]', [2]), '[1, 2]');
  });

  test('empties a container', () => {
    assert.equal(without('{ "a": 1 }', ['a']), '{}');
    assert.equal(without('[\n  1\n]', [0]), '[]');
    assert.equal(without('{ "a": {\n    "b": [\n      1\n    ]\n  }\n}', ['a', 'b']), '{ "a": {}\n}');
    assert.equal(without('[\n  // none\n  1\n]', [0]), '[\n  // none\n]');
  });

  test('leaves the line break to what stands before it in the line', () => {
    assert.equal(without('[\n  1, 2,\n  3\n]', [1]), '[\n  1,\n  3\n]');
    assert.equal(without('{\n  "a": 1, "b": 2, \n  "c": 3\n}', ['b']), '{\n  "a": 1,\n  "c": 3\n}');
    assert.equal(without('[1,\n  2\n]', [0]), '[2\n]');
  });

  test('copes with a trailing comma', () => {
    assert.equal(without('[1, 2, ]', [1]), '[1, ]');
    assert.equal(without('[1, ]', [0]), '[]');
    assert.equal(without('{\n  "a": 1,\n}', ['a']), '{}');
  });

  test('takes a trailing comma behind a comment with it', () => {
    assert.equal(without('[1 /* one, */, ]', [0]), '[ /* one, */ ]');
    assert.equal(without('{\n  "a": 1 // one\n  ,\n}', ['a']), '{\n  // one\n  \n}');
  });

  test('keeps comments, also those with commas in them', () => {
    const text = '{\n  "a": 1, // one, two\n  /* b, really */ "b": 2\n}';
    assert.equal(without(text, ['b']), '{\n  "a": 1 // one, two\n  /* b, really */\n}');
    assert.equal(without(text, ['a']), '{\n  // one, two\n  /* b, really */ "b": 2\n}');
    assert.equal(without('[1 /* , */, 2]', [0]), '[/* , */ 2]');
  });

  test('adds a comment to none that stands before it', () => {
    const text = '{\n  "a": 1, // one\n  "b": 2 // two\n}';
    assert.equal(without(text, ['b']), '{\n  "a": 1 // one\n  // two\n}');
    assert.equal(without('{\n  "a": 1, // one\n}', ['a']), '{\n  // one\n}');
  });

  test('lets no comment that ends a line swallow what follows', () => {
    assert.equal(without('{ "a": 1, // one\n  "b": 2 }', ['b']), '{ "a": 1 // one\n  }');
    assert.equal(without('[1, // one\r\n  2]', [1]), '[1 // one\r\n  ]');
    assert.equal(without('[1, // one\r  2]', [1]), '[1 // one\r  ]');
    assert.equal(without('[ // only\n  1 ]', [0]), '[ // only\n  ]');
    assert.equal(without('[1, // one\n  2, ]', [1]), '[1, // one\n  ]');
    assert.equal(without('{\n  "a": 1, // one\n  "b": 2,\n}', ['b']), '{\n  "a": 1, // one\n}');
    assert.equal(without('[1, /* // */\n  2 ]', [1]), '[1 /* // */ ]');
  });
});

suite('applyEdits', () => {
  test('takes edits in any order', () => {
    const edits = [
      { offset: 4, end: 5, text: 'E' },
      { offset: 0, end: 1, text: '' },
      { offset: 2, end: 2, text: '--' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'b--cdEf');
  });

  test('keeps the order of insertions at one place', () => {
    const edits = [
      { offset: 1, end: 1, text: '1' },
      { offset: 1, end: 1, text: '2' },
    ];
    assert.equal(applyEdits('ab', edits), 'a12b');
  });
});

suite('pointerOf', () => {
  test('escapes what means something in a pointer', () => {
    const { root } = readFlow('{ "a/b": [ { "~": 1 } ] }');
    const inner = root?.children[0]?.children[0]?.children[0];
    assert.ok(root && inner);
    assert.equal(pointerOf(inner), '/a~1b/0/~0');
    assert.equal(pointerOf(root), '');
  });
});

suite('insertMembers', () => {
  const both = { b: 2, c: [3] };
  const after = (text: string, jsonPath: readonly (string | number)[] = []) =>
    edited(text, jsonPath, (model, node) => insertMembers(model, node, both));

  test('keeps their order', () => {
    assert.equal(after('{\n  "a": 1\n}'), '{\n  "a": 1,\n  "b": 2,\n  "c": [\n    3\n  ]\n}');
    assert.equal(after('{}'), '{\n  "b": 2,\n  "c": [\n    3\n  ]\n}');
  });

  test('fits around a comment', () => {
    assert.equal(after('{\n  "a": 1 // one\n}'), '{\n  "a": 1, // one\n  "b": 2,\n  "c": [\n    3\n  ]\n}');
  });
});

suite('removeAll', () => {
  const left = (text: string, ...names: string[]) =>
    edited(text, [], (model, node) =>
      removeAll(
        model,
        node.children.filter((child) => names.includes(child.key?.name ?? '')),
      ),
    );
  const text = '{\n  "a": 1,\n  "b": 2,\n  "c": 3,\n  "d": 4\n}';

  test('takes neighbours together', () => {
    assert.equal(left(text, 'a', 'b'), '{\n  "c": 3,\n  "d": 4\n}');
    assert.equal(left(text, 'c', 'd'), '{\n  "a": 1,\n  "b": 2\n}');
    assert.equal(left(text, 'a', 'b', 'c', 'd'), '{}');
  });

  test('takes those that stand apart', () => {
    assert.equal(left(text, 'a', 'c'), '{\n  "b": 2,\n  "d": 4\n}');
    assert.equal(left(text, 'd', 'b'), '{\n  "a": 1,\n  "c": 3\n}');
    assert.equal(left(text, 'a', 'd'), '{\n  "b": 2,\n  "c": 3\n}');
  });
});
