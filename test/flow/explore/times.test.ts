import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { timesOf } from '../../../flow/explore/times';
import { switchQuirks } from '../../../flow/simulator';
import { savedList } from '../../support/savedList';

const base = new Date('2026-11-18T10:30:00Z');
const quirks = switchQuirks('observed');
const times = (...options: object[]) =>
  timesOf(
    savedList(...options.map((option) => ({ type: 'condition_datetime', option: option as Record<string, number> }))),
    base,
    quirks,
  );
const any = { minute: -1, hour: -1, day: -1, month: -1 };
const samples = (...options: object[]) =>
  times(...options)?.samples.map(({ time }) => new Date(time).toISOString().slice(0, 16)) ?? [];

suite('explore: times that make a difference', () => {
  test('none without a condition', () => {
    assert.equal(timesOf(savedList({ type: 'answer' }), base, quirks), undefined);
  });

  test('the base first, then where the condition says something else, and before it does again', () => {
    assert.deepEqual(samples({ ...any, condition: '==', hour: 9 }), [
      '2026-11-18T10:30',
      '2026-11-18T00:00',
      '2026-11-18T09:00',
    ]);
  });

  test('each day of the week where weekdays are compared', () => {
    const documented = switchQuirks('documented');
    const list = savedList({
      type: 'condition_datetime',
      option: { ...any, condition: '==', hour: 10, weekdays: [1] },
    });
    const days = timesOf(list, base, documented)?.samples.map(({ time }) => new Date(time).getUTCDay());
    assert.ok(days?.includes(1) && days.some((day) => day !== 1));
  });

  test('of the cases with the same results the one that lasts long enough for a whole call', () => {
    // False for all of 0:00 to 1:00, and in each other hour for the minute at which the base lies.
    const found = timesOf(
      savedList(
        { type: 'sleep', option: { duration: 80_000 } },
        { type: 'condition_datetime', option: { ...any, condition: '!=', hour: 0, minute: 30 } },
      ),
      base,
      quirks,
    );
    const lengths = found?.samples.map(({ from, to }) => (to - from) / 60_000) ?? [];
    assert.equal(lengths[0], 1);
    assert.ok(lengths.includes(60), String(lengths));
  });

  test('a missing hour counts as 0', () => {
    assert.deepEqual(samples({ condition: '==', minute: -1, day: -1, month: -1 }), [
      '2026-11-18T10:30',
      '2026-11-18T00:00',
    ]);
  });

  test('the last day of a month, and the day that leap years have', () => {
    assert.ok(samples({ ...any, condition: '==', day: 31 }).some((time) => time.startsWith('2026-12-31')));
    assert.ok(samples({ ...any, condition: '==', day: 29, month: 2 }).some((time) => time.startsWith('2028-02-29')));
  });

  test('a day that no year has is not tried', () => {
    assert.deepEqual(samples({ ...any, condition: '==', day: 31, month: 4 }), ['2026-11-18T10:30']);
  });

  test('a span in pieces, where a condition changes its mind', () => {
    const at = (time: string) => Date.parse(`2026-11-18T${time}Z`);
    const found = times({ ...any, condition: '==', hour: 9 });
    assert.deepEqual(found?.divide({ from: at('08:59:50'), to: at('10:00:10') }), [
      { from: at('08:59:50'), to: at('09:00:00') },
      { from: at('09:00:00'), to: at('10:00:00') },
      { from: at('10:00:00'), to: at('10:00:10') },
    ]);
  });

  test('two times of which every condition says the same are of one class', () => {
    const found = times({ ...any, condition: '==', hour: 9 });
    const at = (time: string) => found?.classOf(Date.parse(`2026-11-18T${time}Z`));
    assert.equal(at('09:00:00'), at('09:59:59'));
    assert.notEqual(at('08:59:59'), at('09:00:00'));
    assert.notEqual(at('09:59:59'), at('10:00:00'));
  });

  test('moments that are far from the next change count as equal, near ones do not', () => {
    const found = times({ ...any, condition: '==', hour: 9 });
    const from = (time: string) => {
      const at = Date.parse(`2026-11-18T${time}Z`);
      return found?.keyOf({ from: at, to: at + 1000 });
    };
    assert.equal(from('10:00:00'), from('11:00:00'));
    assert.notEqual(from('08:59:00'), from('08:59:30'));
  });

  test('not every case of many parts is tried, and that is told', () => {
    const parts = [1, 5, 9, 13, 17, 21].flatMap((count) => [
      { ...any, condition: '==', minute: count },
      { ...any, condition: '==', hour: count },
      { ...any, condition: '==', day: count },
      { ...any, condition: '==', month: count % 12 },
    ]);
    const found = times(...parts);
    assert.equal(found?.samples.length, 300);
    assert.equal(found?.isPartial, true);
    assert.equal(times({ ...any, condition: '==', hour: 9 })?.isPartial, false);
  });
});
