import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { mayHaveHugeNumber } from '../../../flow/json/mayHaveHugeNumber';

suite('mayHaveHugeNumber', () => {
  test('a great exponent, in either case and with a sign', () => {
    for (const text of ['[1e309]', '[1E400]', '[-1.5e+999]']) assert.equal(mayHaveHugeNumber(text), true, text);
    for (const text of ['[1e99]', '[1e-400]', '"red 100"']) assert.equal(mayHaveHugeNumber(text), false, text);
  });

  test('309 digits in a row, wherever they begin', () => {
    for (let before = 0; before < 700; before++) {
      const around = (digits: number) => `${' '.repeat(before)}${'9'.repeat(digits)}${' '.repeat(700 - before)}`;
      assert.equal(mayHaveHugeNumber(around(309)), true, `${before} before`);
      assert.equal(mayHaveHugeNumber(around(308)), false, `${before} before`);
    }
  });
});
