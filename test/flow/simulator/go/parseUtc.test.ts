import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { parseUtc } from '../../../../flow/simulator/go/parseUtc';

suite('parseUtc', () => {
  test('a time without a zone is UTC', () => {
    assert.equal(parseUtc('2026-11-18T10:30:00'), Date.UTC(2026, 10, 18, 10, 30));
    assert.equal(parseUtc('2026-11-18T10:30:00+01:00'), Date.UTC(2026, 10, 18, 9, 30));
  });

  test('a text of any length is answered, and a long one is not a time', () => {
    assert.ok(Number.isNaN(parseUtc('z('.repeat(100_000))));
    assert.ok(Number.isNaN(parseUtc(`${' '.repeat(100_000)}2026-11-18T10:30:00Z`)));
  });
});
