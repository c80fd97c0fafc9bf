import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { suite, test } from 'mocha';
import { composeEdits } from '../../../flow/edit/composeEdits';
import { applyEdits, type Edit } from '../../../flow/edit/edit';

/** Edits of a text of that length, in order and apart. */
const editsOf = (length: number) =>
  fc.uniqueArray(fc.nat(length), { maxLength: 8 }).chain((places) => {
    const sorted = places.sort((a, b) => a - b);
    const pairs = sorted.flatMap((offset, at) => (at % 2 === 0 ? [{ offset, end: sorted[at + 1] ?? offset }] : []));
    return fc.tuple(...pairs.map((pair) => fc.string({ maxLength: 3 }).map((text): Edit => ({ ...pair, text }))));
  });

suite('composeEdits', () => {
  test('does at once what two lists of edits do one after the other', () => {
    const cases = fc
      .string({ maxLength: 20 })
      .chain((text) => fc.tuple(fc.constant(text), editsOf(text.length)))
      .chain(([text, first]) => {
        const between = applyEdits(text, first);
        return fc.record({
          text: fc.constant(text),
          first: fc.constant(first),
          second: editsOf(between.length),
        });
      });
    fc.assert(
      fc.property(cases, ({ text, first, second }) => {
        const all = composeEdits(text.length, first, second);
        assert.equal(applyEdits(text, all), applyEdits(applyEdits(text, first), second));
        let last = -1;
        for (const { offset, end } of all) {
          assert.ok(last < offset && offset <= end && end <= text.length);
          last = end;
        }
      }),
    );
  });

  test('a change of what was put in becomes one edit', () => {
    const insert = { offset: 1, end: 1, text: 'xyz' };
    assert.deepEqual(composeEdits(2, [insert], [{ offset: 2, end: 3, text: 'Y' }]), [
      { offset: 1, end: 1, text: 'xYz' },
    ]);
    assert.deepEqual(composeEdits(2, [insert], [{ offset: 1, end: 4, text: '' }]), []);
  });
});
