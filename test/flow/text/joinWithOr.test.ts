import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { joinWithOr } from '../../../flow/text/joinWithOr';
import { quote } from '../../../flow/text/quote';

suite('wording of messages', () => {
  test('alternatives', () => {
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joinWithOr), ['', 'a', 'a or b', 'a, b or c']);
  });

  test('texts of authors stay on one line and short', () => {
    assert.equal(quote('a\nb'), '"a b"');
    assert.equal(quote('x'.repeat(100)).length, 42);
  });
});
