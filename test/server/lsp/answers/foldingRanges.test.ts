import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readAbilities } from '../../../../server/lsp/abilities';
import { foldingRangesFor } from '../../../../server/lsp/answers/foldingRanges';

const ranges = [
  [0, 20],
  [1, 9],
  [2, 4],
  [6, 8],
  [10, 19],
].map(([startLine = 0, endLine = 0]) => ({ startLine, endLine, kind: 'comment' }));

const fold = (foldingRange: object) =>
  foldingRangesFor(
    ranges,
    readAbilities({ processId: null, rootUri: null, capabilities: { textDocument: { foldingRange } } }),
  );

suite('foldingRangesFor', () => {
  test('of too many ranges the outermost are left, in order of the text', () => {
    const starts = (rangeLimit: number) => fold({ rangeLimit }).map((range) => range.startLine);
    assert.deepEqual([starts(0), starts(1), starts(3), starts(4)], [[], [0], [0, 1, 10], [0, 1, 2, 10]]);
    assert.deepEqual(starts(5), [0, 1, 2, 6, 10]);
  });
  test('a client that gives no limit gets 5,000 ranges', () => {
    const many = Array.from({ length: 6000 }, (_, index) => ({ startLine: index * 2, endLine: index * 2 + 1 }));
    const folded = (capabilities: object) =>
      foldingRangesFor(many, readAbilities({ processId: null, rootUri: null, capabilities })).length;
    assert.deepEqual([folded({}), folded({ textDocument: { foldingRange: { rangeLimit: 5500 } } })], [5000, 5500]);
  });
  test('kinds that a client does not name are left out', () => {
    assert.equal(fold({})[0]?.kind, 'comment');
    assert.equal(fold({ foldingRangeKind: { valueSet: ['region'] } })[0]?.kind, undefined);
  });
});
