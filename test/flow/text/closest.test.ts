import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { closest } from '../../../flow/text/closest';

const words = [
  'talk',
  'ai_talk',
  'digits_receive',
  'digits_send',
  'recording_start',
  'recording_stop',
  'goto',
  'hangup',
];

suite('closest', () => {
  test('finds a word with a letter too many, too few or wrong', () => {
    assert.equal(closest('tallk', words), 'talk');
    assert.equal(closest('tlk', words), 'talk');
    assert.equal(closest('hangap', words), 'hangup');
  });

  test('takes two swapped letters for one mistake', () => {
    assert.equal(closest('tlak', words), 'talk');
    assert.equal(closest('gtoo', words), 'goto');
  });

  test('looks past upper case, hyphens and missing underscores', () => {
    assert.equal(closest('Talk', words), 'talk');
    assert.equal(closest('digits-receive', words), 'digits_receive');
    assert.equal(closest('digitsReceive', words), 'digits_receive');
  });

  test('prefers the nearer one of two', () => {
    assert.equal(closest('recording_stat', words), 'recording_start');
    assert.equal(closest('recording_stp', words), 'recording_stop');
  });

  test('takes the first of two that are equally near', () => {
    assert.equal(closest('bat', ['cat', 'hat']), 'cat');
    assert.equal(closest('bat', ['hat', 'cat']), 'hat');
  });

  test('says nothing when more than a third differs', () => {
    assert.equal(closest('receive', words), undefined);
    assert.equal(closest('play', words), undefined);
    assert.equal(closest('xy', ['ab', 'x']), undefined);
  });

  test('says nothing about an empty word, but finds a short one in another case', () => {
    assert.equal(closest('', words), undefined);
    assert.equal(closest('OP', ['op']), 'op');
  });

  test('takes a limit of its own, for texts whose letters say little', () => {
    const ids = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];
    assert.equal(closest('aaaaaaaa-0000-4000-8000-000000000091', ids, 2), ids[0]);
    assert.equal(closest('aaaaaaaa-0000-4000-8000-111100000001', ids, 2), undefined);
  });
});
