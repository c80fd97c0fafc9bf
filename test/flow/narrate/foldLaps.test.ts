import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { foldLaps } from '../../../flow/narrate/foldLaps';

const fold = (text: string) =>
  foldLaps(
    [...text].map((letter, time) => ({ lines: [letter], same: letter, time })),
    (laps, actions, until) => `(${laps}×${actions} to ${until})`,
  ).join('');

suite('foldLaps', () => {
  test('leaves what repeats less than four times', () => assert.equal(fold('abcabcabc'), 'abcabcabc'));
  test('folds what repeats more often, from its first lap on', () =>
    assert.equal(fold('xabababababy'), 'xab(4×2 to 11)y'));
  test('a part of a lap at the end is told', () => assert.equal(fold('abcabcabcabca'), 'abc(3×3 to 12)a'));
  test('one action that repeats is a lap', () => assert.equal(fold('aaaaaa'), 'a(5×1 to 5)'));
  test('nothing gives nothing', () => assert.equal(fold(''), ''));
});
