import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { isSameTime, parseTime } from '../../../client/api/parseTime';

suite('parseTime', () => {
  const noon = Date.UTC(2026, 0, 2, 12);
  test('new, old, with a zone', () => {
    assert.equal(parseTime('2026-01-02T12:00:00.000000Z'), noon);
    assert.equal(parseTime('2026-01-02 12:00:00.000000'), noon);
    assert.equal(parseTime('2026-01-02T13:00:00+01:00'), noon);
  });
  test('none', () => {
    assert.equal(parseTime(undefined), undefined);
    assert.equal(parseTime('yesterday'), undefined);
  });
});

suite('isSameTime', () => {
  test('trailing zeros and the spelling of older servers make no change', () => {
    for (const other of ['2026-01-02T12:00:00.12Z', '2026-01-02T12:00:00.120000Z', '2026-01-02 12:00:00.120000'])
      assert.equal(isSameTime('2026-01-02T12:00:00.120Z', other), true, other);
    assert.equal(isSameTime('2026-01-02T12:00:00Z', '2026-01-02T12:00:00.000000Z'), true);
    assert.equal(isSameTime(undefined, undefined), true);
  });
  test('a microsecond is another time', () => {
    assert.equal(isSameTime('2026-01-02T12:00:00.120001Z', '2026-01-02T12:00:00.12Z'), false);
    assert.equal(isSameTime('2026-01-02T12:00:10Z', '2026-01-02T12:00:01Z'), false);
    assert.equal(isSameTime('2026-01-02T12:00:10Z', undefined), false);
  });
  test('a megabyte of zeros from a server is compared before anybody stops waiting', () => {
    assert.equal(isSameTime(`.${'0'.repeat(1_000_000)}x`, '2026-01-02T12:00:10Z'), false);
  });
});
