import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { formatValue } from '../../../../flow/simulator/go/formatValue';

suite('formatValue', () => {
  test('prints as Go does', () => {
    const printed: readonly (readonly [number | boolean | null, string])[] = [
      [null, '<nil>'],
      [true, 'true'],
      [false, 'false'],
      [0, '0'],
      [-0, '-0'],
      [1, '1'],
      [-1.5, '-1.5'],
      [123456, '123456'],
      [1000000, '1e+06'],
      [1234567, '1.234567e+06'],
      [123456789, '1.23456789e+08'],
      [0.0001, '0.0001'],
      [0.00001, '1e-05'],
      [1e-6, '1e-06'],
      [1.5e-7, '1.5e-07'],
      [100.25, '100.25'],
      [1e21, '1e+21'],
      [1e100, '1e+100'],
      [5e-324, '5e-324'],
      [12345678901234567000, '1.2345678901234567e+19'],
    ];
    for (const [value, text] of printed) assert.equal(formatValue(value), text);
  });

  test('keeps the value of every number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        assert.equal(Number(formatValue(value)), value),
      ),
    );
  });
});
