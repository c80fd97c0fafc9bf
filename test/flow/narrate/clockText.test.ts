import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { clockText } from '../../../flow/narrate/clockText';

suite('clockText', () => {
  test('minutes, seconds and tenths, eight characters wide', () => {
    assert.deepEqual([0, 950, 59_999, 60_000, 754_321].map(clockText), [
      '  0:00.0',
      '  0:00.9',
      '  0:59.9',
      '  1:00.0',
      ' 12:34.3',
    ]);
  });
});
