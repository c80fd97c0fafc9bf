import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { entriesOf, keysOf } from '../../../flow/explore/typing';

const tested = (...values: string[]) => new Map([['voipbin.call.digits', new Set(values)]]);

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
    ['the rest of what is stored', [{ length: 2, endKeys: '', stored: '1' }, tested('12')], ['', '12', '2', '11', '1']],
    ['A to D', [{ length: 1, endKeys: '' }, tested('A')], ['', 'A', '1']],
  ];
  for (const [name, given, entries] of cases) {
    test(name, () => assert.deepEqual([...entriesOf(...given)].sort(), [...new Set(entries)].sort()));
  }

  test('while a text is spoken: the first key of each value, and another one', () => {
    assert.deepEqual(keysOf(tested('12', '13', '9')), ['1', '9', '2']);
    assert.deepEqual(keysOf(new Map()), []);
    assert.deepEqual(keysOf(tested('')), ['1']);
  });
});
