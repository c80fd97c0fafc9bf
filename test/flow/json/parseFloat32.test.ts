import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { parseFloat32 } from '../../../flow/json/parseFloat32';

suite('parseFloat32', () => {
  test('reads what Go reads', () => {
    const read: Readonly<Record<string, number>> = {
      '5': 5,
      '+5': 5,
      '-5': -5,
      '5.': 5,
      '.5': 0.5,
      '007': 7,
      '5e0': 5,
      '5E+2': 500,
      '1_0': 10,
      '1_0.2_5': 10.25,
      '1e1_0': 1e10,
      '0x5p0': 5,
      '0X1.8p1': 3,
      '0x_5p0': 5,
      '-0x.8p-1': -0.25,
      inf: Infinity,
      '+Infinity': Infinity,
      '-INF': -Infinity,
      '1e-60': 0,
    };
    for (const [text, value] of Object.entries(read)) assert.equal(parseFloat32(text), value, text);
    assert.ok(Number.isNaN(parseFloat32('NaN')));
  });

  test('refuses what Go refuses', () => {
    const refused = [
      '',
      ' 5',
      '5 ',
      '1,5',
      '0x5',
      '0x',
      '0xp0',
      '.',
      '+',
      '-',
      'e5',
      '5e',
      '5e+',
      '1__0',
      '_1',
      '1_',
      '1_.5',
      '1._5',
      '+nan',
      '-nan',
      'infin',
      'nano',
      '٣',
      '5f',
      '1e39',
      '-1e39',
      '0x1p128',
      '0b1p0',
      '1_e5',
    ];
    for (const text of refused) assert.equal(parseFloat32(text), undefined, text);
  });

  test('rounds once, straight to float32', () => {
    assert.equal(parseFloat32('16777217'), 16777216);
    assert.equal(parseFloat32('16777219'), 16777220);
    assert.equal(parseFloat32('16777217.000000000000000000001'), 16777218);
    assert.equal(parseFloat32('16777216.999999999999999999999'), 16777216);
    assert.equal(parseFloat32('-16777217.000000000000000000001'), -16777218);
    // Halfway between two float32, and past it by less than a float64 can hold.
    assert.equal(parseFloat32('1.00000005960464477539062500000000000001'), 1.0000001192092896);
    assert.equal(parseFloat32('1.000000059604644775390625'), 1);
    assert.equal(parseFloat32('0x1.000001p0'), 1);
    assert.equal(parseFloat32('0x1.0000010000000000000001p0'), 1.0000001192092896);
    assert.equal(parseFloat32('3.4028235e38'), 3.4028234663852886e38);
    assert.equal(parseFloat32('3.4028236e38'), undefined);
    assert.equal(parseFloat32('1e-45'), 1.401298464324817e-45);
  });

  test('gives a float32 or nothing for any text, and agrees with JavaScript on plain numbers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+-]?[0-9_.xXpPeE+-]*$/)), (text) => {
        const value = parseFloat32(text);
        assert.ok(value === undefined || Object.is(value, Math.fround(value)));
      }),
    );
    fc.assert(fc.property(fc.float({ noNaN: true }), (value) => assert.equal(parseFloat32(String(value)), value + 0)));
  });
});
