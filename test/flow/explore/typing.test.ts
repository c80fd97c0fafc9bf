import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { explore } from '../../../flow/explore';
import { lengthLimit, numberLimit, orderLimit, type TestLimit } from '../../../flow/explore/limits';
import { untested } from '../../../flow/explore/tested';
import { entriesOf, keysOf } from '../../../flow/explore/typing';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { inputOf } from '../../support/arbitraryFlows';

const tested = (...values: string[]) => new Map([['voipbin.call.digits', { ...untested, equals: new Set(values) }]]);

suite('explore: what a caller can type', () => {
  const cases: readonly (readonly [string, Parameters<typeof entriesOf>, readonly string[]])[] = [
    ['each value, another one, and nothing', [{ length: 1, endKeys: '' }, tested('1', '2')], ['', '1', '2', '3']],
    ['too few keys', [{ length: 2, endKeys: '' }, tested('12')], ['', '12', '11', '1']],
    [
      'the end key alone, and behind each value',
      [{ length: 0, endKeys: '#' }, tested('1')],
      ['', '1', '2', '#', '1#', '2#'],
    ],
    ['no end key twice', [{ length: 0, endKeys: '#' }, tested('1#')], ['', '1#', '1', '#', '1#']],
    ['what no telephone can type is left out', [{ length: 1, endKeys: '' }, tested('yes', '')], ['', '1']],
    ['something where nothing is compared', [{ length: 1, endKeys: '' }, new Map()], ['', '1']],
    [
      'no other where every key is compared',
      [{ length: 1, endKeys: '' }, tested(...'1234567890*#')],
      ['', ...'1234567890*#'],
    ],
    ['the rest of what is stored', [{ length: 2, endKeys: '', stored: '1' }, tested('12')], ['', '12', '2', '1']],
    ['A to D', [{ length: 1, endKeys: '' }, tested('A')], ['', 'A', '1']],
  ];
  for (const [name, given, entries] of cases) {
    test(name, () => assert.deepEqual([...entriesOf(...given)].sort(), [...new Set(entries)].sort()));
  }

  const digits = (equals: readonly string[], ...limits: TestLimit[]) =>
    new Map([['voipbin.call.digits', { ...untested, equals: new Set(equals), limits }]]);

  test('a key on each side of a number that is none of the cases', () => {
    const entries = entriesOf({ length: 1, endKeys: '' }, digits(['5', '6'], numberLimit(5, false)));
    assert.ok(entries.some((typed) => Number(typed) > 6) && entries.some((typed) => typed !== '' && Number(typed) < 5));
    const two = entriesOf({ length: 2, endKeys: '' }, digits(['18', '19'], numberLimit(18, false)));
    assert.ok(two.some((typed) => Number(typed) > 19) && two.some((typed) => Number(typed) < 18), String(two));
  });

  test('keys on each side of a text in the order of texts, of no more keys than are taken', () => {
    const entries = (text: string, length: number) =>
      entriesOf({ length, endKeys: '' }, digits([], orderLimit(text))).map((typed) => typed.slice(0, length));
    assert.ok(entries('5', 1).some((typed) => typed > '5') && entries('5', 1).includes('5'));
    assert.ok(entries('12', 2).some((typed) => typed > '12'));
    assert.ok(entries('12', 2).some((typed) => typed !== '' && typed < '12'));
  });

  test('a number in each length that is asked for', () => {
    const entries = entriesOf(
      { length: 4, endKeys: '#' },
      digits(['0000'], numberLimit(5, false), lengthLimit(4, 'bytes')),
    );
    for (const isLong of [true, false]) {
      for (const side of [-1, 0, 1]) {
        const isThere = entries.some(
          (typed) =>
            /^\d+$/.test(typed) &&
            typed !== '0000' &&
            (typed.length === 4) === isLong &&
            Math.sign(Number(typed) - 5) === side,
        );
        assert.ok(isThere, `${isLong} ${side}: ${entries}`);
      }
    }
  });

  test('another one, where what is stored and one key are several of the cases', () => {
    const entries = entriesOf({ length: 2, endKeys: '', stored: '1' }, digits(['11', '12', '1']));
    assert.ok(
      entries.some((typed) => typed !== '' && !['1', '2'].includes(typed.slice(0, 1))),
      String(entries),
    );
  });

  test('while a text is spoken: the first key of each value, and another one', () => {
    assert.deepEqual(keysOf(tested('12', '13', '9')), ['1', '9', '2']);
    assert.deepEqual(keysOf(new Map()), []);
    assert.deepEqual(keysOf(tested('')), ['1']);
  });

  test('an end key that a variable holds ends a question', () => {
    const asks = { type: 'digits_receive', option: { duration: 3000, length: 0, key: '${end}' } };
    const set = { type: 'variable_set', option: { key: 'end', value: '#' } };
    const of = (actions: JsonValue) => {
      const { ends, assumed } = explore(inputOf(actions));
      return [ends.find(({ id }) => id.startsWith('hangup@'))?.earliest, assumed];
    };
    assert.deepEqual(of([set, asks, { type: 'hangup' }]), [400, []]);
    assert.deepEqual(of([asks, { type: 'hangup' }]), [
      3000,
      ['The end keys of a question come from a variable that nothing sets: no key ends it.'],
    ]);
  });
});
