import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { simulatorQuirkTables } from '../../../flow/derive/simulatorQuirkTables';
import { quirks } from '../../../flow/simulator';

suite('tables of the deviations', () => {
  test('every deviation is in one of them, with both of its meanings', () => {
    const { deviations, inBoth, suspected } = simulatorQuirkTables();
    for (const { name, documented, observed, ...quirk } of quirks) {
      const row = `| \`${name}\` | ${documented} | ${observed} |`;
      const isSuspected = 'suspected' in quirk;
      assert.deepEqual(
        [deviations.includes(row), inBoth.includes(row), suspected.includes(row)],
        [quirk.deviates, !quirk.deviates && !isSuspected, isSuspected],
        name,
      );
    }
  });
});
