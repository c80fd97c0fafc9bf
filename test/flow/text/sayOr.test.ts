import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { quote } from '../../../flow/text/quote';
import { sayOr } from '../../../flow/text/sayOr';

suite('wording of messages', () => {
  test('alternatives', () => {
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(sayOr), ['', 'a', 'a or b', 'a, b or c']);
  });

  test('texts of authors stay on one line and short', () => {
    assert.equal(quote('a\nb'), '"a b"');
    assert.equal(quote('x'.repeat(100)).length, 42);
  });
});
