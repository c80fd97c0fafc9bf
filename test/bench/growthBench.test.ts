import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { documents } from '../../bench/growthBench';
import { checkFlow } from '../../flow/checks/checkFlow';
import { readFlow } from '../../flow/model/flowModel';

suite('documents that show how time grows', () => {
  test('are at least thirty', () => assert.ok(Object.keys(documents).length >= 30));
  test('have a fault everywhere: twice the size has more text and more findings', () => {
    for (const [name, make] of Object.entries(documents)) {
      const [small, large] = [make(40), make(80)];
      assert.ok(large.length > 1.5 * small.length, `${name}: text`);
      const count = (text: string) => checkFlow(readFlow(text)).length;
      assert.ok(count(large) > 1.5 * count(small) || count(large) === count(small), `${name}: findings`);
      assert.ok(count(small) > 0, `${name}: no finding`);
    }
  });
});
