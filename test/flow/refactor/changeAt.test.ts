import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { toValue } from '../../../flow/json/node';
import { readFlow } from '../../../flow/model/flowModel';
import { optionAt, setOptionAt } from '../../../flow/refactor';

const flowWith = (value: string) =>
  `[\n  {\n    "type": "talk",\n    "option": {\n      "text": "Hi",\n      "more": ${value}\n    }\n  }\n]\n`;

/** The text of a value after it was made another one. */
function changed(text: string, value: unknown): string {
  const model = readFlow(flowWith(text), { jsonc: true });
  const action = model.actions[0] ?? assert.fail();
  const after = applyEdits(model.text, setOptionAt(model, action, ['more'], value));
  const read = readFlow(after, { jsonc: true });
  const node = optionAt(read.actions[0] ?? assert.fail(), ['more']) ?? assert.fail(after);
  assert.deepEqual(toValue(node), value, after);
  return after.slice(node.offset, node.end);
}

suite('a value of the options that becomes another one', () => {
  const settings = [
    '{',
    '        // the big one',
    '        "a": 1,',
    '        "b": [1, 2, 3], // three',
    '        "c": { "d": "x" /* small */, "e": [] }',
    '      }',
  ].join('\n');

  test('keeps comments and layout of what does not differ', () => {
    assert.equal(changed(settings, { a: 1, b: [1, 2, 3], c: { d: 'y', e: [] } }), settings.replace('"x"', '"y"'));
    assert.equal(
      changed(settings, { a: 2, b: [1, 2, 4], c: { d: 'x', e: [] } }),
      settings.replace('1,', '2,').replace('3]', '4]'),
    );
  });

  test('gets and loses members where they are', () => {
    assert.equal(
      changed(settings, { a: 1, n: true, b: [1, 2, 3], c: { d: 'x' } }),
      settings.replace('"a": 1,', '"a": 1,\n        "n": true,').replace(', "e": []', ''),
    );
    assert.equal(
      changed(settings, { first: 0, b: [1, 2, 3], c: { d: 'x', e: [] } }),
      settings.replace('"a": 1,', '"first": 0,'),
    );
    assert.equal(changed('{ "x": 1 }', { y: 2 }), '{ "y": 2 }');
  });

  test('gets and loses items where they are', () => {
    const list = '[\n        { "to": "A" }, // the first\n        { "to": "B" } // the second\n      ]';
    assert.equal(
      changed(list, [{ to: 'A' }, { to: 'N' }, { to: 'B' }]),
      list.replace('// the first', '// the first\n        { "to": "N" },'),
    );
    assert.equal(changed(list, [{ to: 'A' }, { to: 'C' }]), list.replace('"B"', '"C"'));
    assert.ok(changed(list, [{ to: 'B' }]).includes('// the second'));
    assert.equal(changed('[1, 2, 3]', [1, 3]), '[1, 3]');
    assert.equal(changed('[1, 3]', [0, 1, 2, 3]), '[0, 1, 2, 3]');
  });

  test('is written anew where its kind differs, or the order of its members and there are no comments', () => {
    assert.equal(changed('{ "a": 1 }', [1]), '[1]');
    assert.equal(changed('{ "a": 1, "b": 2 }', { b: 2, a: 1 }), '{ "b": 2, "a": 1 }');
    const commented = '{ "a": 1, /* keep */ "b": 2 }';
    assert.equal(changed(commented, { b: 3, a: 1 }), '{ "a": 1, /* keep */ "b": 3 }');
    assert.equal(changed('{ "a": 1, "A": 2 }', { a: 3, A: 2 }), '{ "a": 3, "A": 2 }');
  });

  test('is that value, whatever both are', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, fc.boolean(), (before, after, isFlat) => {
        changed(JSON.stringify(before, null, isFlat ? undefined : 2), JSON.parse(JSON.stringify(after)));
      }),
      { examples: [[{ a: [1] }, { a: [] }, true]] },
    );
  });
});
