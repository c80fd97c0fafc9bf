import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { moveInto } from '../../../flow/edit/moveInto';
import { readFlow } from '../../../flow/model/flowModel';

/** The text after properties of the object at its top have moved into "option". */
function moved(text: string, ...names: string[]): string {
  const model = readFlow(text, { jsonc: true });
  const { root } = model;
  assert.ok(root);
  const nodes = root.children.filter((child) => names.includes(child.key?.name ?? ''));
  assert.equal(nodes.length, names.length);
  return applyEdits(text, moveInto(model, nodes, root, 'option'));
}

suite('moveInto', () => {
  test('makes the object around neighbours, with the comments between them', () => {
    assert.equal(
      moved('{\n  "type": "t",\n  "a": 1, // one\n  "b": {\n    "c": 2\n  },\n  "id": "x"\n}', 'a', 'b'),
      '{\n  "type": "t",\n  "option": {\n    "a": 1, // one\n    "b": {\n      "c": 2\n    }\n  },\n  "id": "x"\n}',
    );
  });

  test('makes it on one line where there is one line', () => {
    assert.equal(moved('{ "type": "t", "a": 1, "b": 2 }', 'a', 'b'), '{ "type": "t", "option": { "a": 1, "b": 2 } }');
  });

  test('gathers what stands apart', () => {
    assert.equal(
      moved('{\n  "a": 1,\n  "type": "t",\n  "b": 2\n}', 'a', 'b'),
      '{\n  "option": {\n    "a": 1,\n    "b": 2\n  },\n  "type": "t"\n}',
    );
  });

  test('moves into the object that is there', () => {
    assert.equal(
      moved('{\n  "a": [\n    1\n  ],\n  "option": {\n    "b": 2\n  }\n}', 'a'),
      '{\n  "option": {\n    "b": 2,\n    "a": [\n      1\n    ]\n  }\n}',
    );
    assert.equal(moved('{ "option": { "b": 2 }, "a": 1 }', 'a'), '{ "option": { "b": 2, "a": 1 } }');
    assert.equal(moved('{\n  "option": {},\n  "a": 1\n}', 'a'), '{\n  "option": {\n    "a": 1\n  }\n}');
  });
});
