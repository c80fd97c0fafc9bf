import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { parseUtc } from '../../../../flow/simulator/go/parseUtc';

suite('parseUtc', () => {
  test('a time without a zone is UTC', () => {
    assert.equal(parseUtc('2026-11-18T10:30:00'), Date.UTC(2026, 10, 18, 10, 30));
    assert.equal(parseUtc('2026-11-18T10:30:00+01:00'), Date.UTC(2026, 10, 18, 9, 30));
  });

  test('a date and a time can be written in several ways', () => {
    const half = Date.UTC(2026, 10, 18, 10, 30);
    const texts = ['2026-11-18 10:30', '2026-11-18, 10:30 UTC', '2026-11-18t10:30z', '2026-11-18 11:30 +0100'];
    const words = ['November 18, 2026 10:30', 'Wed, 18 Nov 2026 10:30:00 GMT', 'Wed Nov 18 2026 11:30:00 GMT+0100'];
    for (const text of [...texts, ...words]) assert.equal(parseUtc(text), half, text);
    assert.equal(parseUtc('2026-11-18 9:30:15.250'), Date.UTC(2026, 10, 18, 9, 30, 15, 250));
    assert.equal(parseUtc('2028-02-29 00:00'), Date.UTC(2028, 1, 29));
    assert.equal(parseUtc('0050-01-01T00:00Z'), new Date('0050-01-01T00:00Z').getTime());
  });

  test('less than a date and a time, and a day or a time that does not exist, is not a time', () => {
    const parts = [
      '',
      '9',
      '12',
      '10.30',
      '7.30',
      '10:30',
      '11-18 10:30',
      '2026-11-18',
      '2026-11-18 10',
      'Nov 18, 2026',
    ];
    const others = [
      'tomorrow 9',
      'tomorrow 9:30',
      'Junk 1, 2026 10:30',
      '2026-11-18T10:30:00 (CET)',
      '18.11.2026 10:30',
    ];
    const days = [
      '2026-02-30 10:30',
      '2026-11-31T10:30:00Z',
      '2026-02-29 10:30',
      '2026-13-01 10:30',
      'Feb 30, 2026 10:30',
    ];
    const times = ['2026-11-18 24:00', '2026-11-18 10:60', '2026-11-18 10:30:60', '2026-11-18T10:30:00+25:00'];
    for (const text of [...parts, ...others, ...days, ...times, '2026-00-10 10:30', '2026-01-00 10:30'])
      assert.ok(Number.isNaN(parseUtc(text)), text);
  });

  test('a text of any length is answered, and a long one is not a time', () => {
    assert.ok(Number.isNaN(parseUtc('z('.repeat(100_000))));
    assert.ok(Number.isNaN(parseUtc(`${' '.repeat(100_000)}2026-11-18T10:30:00Z`)));
  });
});
