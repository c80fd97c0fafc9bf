import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { timesOf } from '../../../flow/explore/times';
import { savedList } from '../../support/savedList';

const base = new Date('2026-11-18T10:30:00Z');
const times = (...options: object[]) =>
  timesOf(
    savedList(...options.map((option) => ({ type: 'condition_datetime', option: option as Record<string, number> }))),
    base,
  );
const any = { minute: -1, hour: -1, day: -1, month: -1 };

suite('explore: times that make a difference', () => {
  test('none without a condition', () => {
    assert.equal(timesOf(savedList({ type: 'answer' }), base), undefined);
  });

  test('before, at and after the hour, that of the base first', () => {
    const hours = times({ ...any, condition: '>=', hour: 9 })?.samples.map((time) => time.slice(11, 13));
    assert.deepEqual(hours, ['10', '00', '09']);
  });

  test('each day of the week where weekdays are compared', () => {
    const found = times({ ...any, condition: '==', hour: 10, weekdays: [1] });
    assert.equal(new Set(found?.samples.map((time) => new Date(time).getUTCDay())).size, 7);
  });

  test('a missing hour counts as 0', () => {
    const hours = times({ condition: '>=', minute: -1, day: -1, month: -1 })?.samples.map((time) => time.slice(11, 13));
    assert.deepEqual(hours, ['10', '00']);
  });

  test('two times of which every condition says the same are of one class', () => {
    const found = times({ ...any, condition: '>=', hour: 9 });
    const at = (time: string) => found?.classOf(Date.parse(`2026-11-18T${time}Z`));
    assert.equal(at('09:00:00'), at('09:59:59'));
    assert.notEqual(at('08:59:59'), at('09:00:00'));
    assert.notEqual(at('09:59:59'), at('10:00:00'));
  });

  test('many parts are varied one by one', () => {
    const parts = [1, 5, 9].map((one) => ({ condition: '>=', minute: one, hour: one, day: one, month: one }));
    const found = times(...parts);
    assert.ok((found?.samples.length ?? 0) < 100, String(found?.samples.length));
    for (const month of [1, 5, 9]) assert.ok(found?.samples.some((time) => new Date(time).getUTCMonth() + 1 === month));
  });
});
