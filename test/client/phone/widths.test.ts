import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { besidePhone } from '../../../client/phone/widths';

suite('the widths of a file and of the phone beside it', () => {
  test('a wide window gives the file three fifths', () => assert.deepEqual(besidePhone(1000), [600, 400]));
  test('the phone keeps what it needs', () => assert.deepEqual(besidePhone(700), [390, 310]));
  test('in a small window both have a half', () => {
    assert.equal(besidePhone(620), undefined);
    assert.equal(besidePhone(499), undefined);
  });
});
