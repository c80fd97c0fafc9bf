import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createStamps, formatStamp, goTime, parseStamp } from '../../../sandbox/clock/stamps';

suite('stamps', () => {
  test('are written in UTC to the microsecond', () => {
    assert.equal(formatStamp(Date.UTC(2026, 0, 2, 3, 4, 5, 6) * 1000 + 7), '2026-01-02T03:04:05.006007Z');
  });

  test('are shown as Go shows them, without zeros at the end', () => {
    const shown = ['05.120000', '05.000000', '10.000001', '00.100100'].map((end) => goTime(`2026-01-02T03:04:${end}Z`));
    assert.deepEqual(
      shown.map((time) => time.slice(17)),
      ['05.12Z', '05Z', '10.000001Z', '00.1001Z'],
    );
  });

  test('are read as they are written, and in the other spellings of the platform', () => {
    const micros = Date.UTC(2026, 0, 2, 3, 4, 5) * 1000;
    assert.equal(parseStamp('2026-01-02T03:04:05.000000Z'), micros);
    assert.equal(parseStamp('2026-01-02T03:04:05Z'), micros);
    assert.equal(parseStamp('2026-01-02 03:04:05.5'), micros + 500_000);
    assert.equal(parseStamp('2026-01-02T03:04:05.123456789Z'), micros + 123_456);
    assert.equal(parseStamp('2026-01-02T05:04:05+02:00'), micros);
    for (const text of ['', 'now', '2026-01-02', '2026-13-02T03:04:05Z', '12'])
      assert.equal(parseStamp(text), undefined);
  });

  test('are never the same twice, though no time passes', () => {
    const stamp = createStamps(() => 1000);
    assert.deepEqual([stamp(), stamp()], ['1970-01-01T00:00:01.000000Z', '1970-01-01T00:00:01.000001Z']);
    assert.equal(createStamps(() => 1000, 5_000_000)(), '1970-01-01T00:00:05.000001Z');
  });
});
