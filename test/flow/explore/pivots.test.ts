import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { pivotsAround } from '../../../flow/explore/pivots';
import { compareBytes } from '../../../flow/simulator/go/utf8';

const inAll = { count: 2, ofEachLength: false };

suite('explore: texts between others', () => {
  test('so many before, between and behind', () => {
    assert.deepEqual(pivotsAround(['5'], inAll), ['1', '2', '6', '7']);
    assert.deepEqual(pivotsAround(['k', 'm'], { ...inAll, count: 1 }), ['1', 'l', 'x']);
  });

  test('of each length, where lengths are told apart', () => {
    assert.deepEqual(pivotsAround(['9'], { count: 1, ofEachLength: true }), ['1', 'a', '91']);
  });

  test('none between a text and the next', () => {
    assert.deepEqual(pivotsAround(['m', 'm\u0000'], { ...inAll, count: 1 }), ['1', 'x']);
  });

  test('in each gap of any texts that leave room', () => {
    const text = fc.string({
      unit: fc.constantFrom('0', '5', ' ', 'a', 'é', '\u{10ffff}'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (texts, count) => {
          const pivots = pivotsAround(texts, { count, ofEachLength: false });
          const sorted = [...texts].sort(compareBytes);
          for (const [at, high] of [...sorted, undefined].entries()) {
            const low = sorted[at - 1] ?? '';
            const own = pivots.filter(
              (pivot) => compareBytes(low, pivot) < 0 && (high === undefined || compareBytes(pivot, high) < 0),
            );
            assert.equal(own.length, count, `${JSON.stringify([low, high])}: ${JSON.stringify(own)}`);
          }
        },
      ),
    );
  });
});
