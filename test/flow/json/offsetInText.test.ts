import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { offsetInText } from '../../../flow/json/offsetInText';
import { parseJson } from '../../../flow/json/parse';

suite('places in a string', () => {
  test('count escapes as the characters they stand for', () => {
    const text = ' "a\\nb\\u00e9c\\"d"';
    const { root } = parseJson(text);
    assert.ok(root);
    const value = root.value as string;
    const pieces = [...value].map((_, index) =>
      text.slice(offsetInText(text, root, index), offsetInText(text, root, index + 1)),
    );
    assert.deepEqual(pieces, ['a', '\\n', 'b', '\\u00e9', 'c', '\\"', 'd']);
    assert.equal(offsetInText(text, root, value.length), text.length - 1);
  });

  test('stay within the string', () => {
    const { root } = parseJson('"ab"');
    assert.ok(root);
    assert.equal(offsetInText('"ab"', root, 99), 4);
  });
});
