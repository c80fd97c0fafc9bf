import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { simulatorQuirkTables } from '../../../flow/derive/simulatorQuirkTables';
import { quirks } from '../../../flow/simulator';

suite('tables of the deviations', () => {
  test('every deviation is in one of them, with both of its meanings', () => {
    const { deviations, inBoth } = simulatorQuirkTables();
    for (const { name, documented, observed, deviates } of quirks) {
      const row = `| \`${name}\` | ${documented} | ${observed} |`;
      assert.deepEqual([deviations.includes(row), inBoth.includes(row)], [deviates, !deviates], name);
    }
  });
});
