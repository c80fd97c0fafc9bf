import assert from 'node:assert/strict';
import fc from 'fast-check';
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

suite('closest: a band of distances', () => {
  /** The distance as the whole table gives it (optimal string alignment). */
  const distance = (a: string, b: string): number => {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
    const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          cost = Math.min(cost, at(i - 2, j - 2) + 1);
        const row = rows[i];
        if (row) row[j] = i === 0 || j === 0 ? i + j : cost;
      }
    return at(a.length, b.length);
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

  test('finds what the whole table finds', () =>
    fc.assert(
      fc.property(word, word, fc.nat({ max: 5 }), (a, b, limit) => {
        assert.equal(closest(a, [b], limit), distance(a, b) <= limit ? b : undefined);
      }),
      { numRuns: 1000 },
    ));
});
