import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { reduceJson } from './reduceJson';

suite('reduceJson', () => {
  test('keeps what makes it fail and little else', async () => {
    const value = { text: 'aaaaaaaaXaaaaaaaaaaa', steps: [1, 2, 3, 4, 5, 6, 7] };
    const fails = async (item: unknown) => {
      const { text, steps } = item as typeof value;
      return text.includes('X') && steps.includes(5);
    };
    assert.deepEqual(await reduceJson(value, fails, 1000), { text: 'X', steps: [5] });
  });

  test('stops after so many tries', async () => {
    let tried = 0;
    await reduceJson('a'.repeat(1000), async () => ++tried > 1000, 7);
    assert.equal(tried, 7);
  });
});
