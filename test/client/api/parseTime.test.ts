import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { parseTime } from '../../../client/api/parseTime';

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
