import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import { parseGoJson } from '../../../../flow/simulator';
import { membersOf } from '../../../../flow/simulator/go/repeatedKeys';

suite('JSON as Go reads it', () => {
  test('is what JSON.parse gives, where no key repeats and every character is whole', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert.deepEqual(parseGoJson(text), JSON.parse(text));
      }),
    );
    for (const text of [
      '{"a\\":":"b\\\\","c" \n: [{"a":1},{"a":2}]}',
      '"a\\":"',
      '[":",{"x":":"}]',
      '{"__proto__":{"a":1}}',
    ])
      assert.deepEqual(parseGoJson(text), JSON.parse(text));
  });

  test('remembers keys that repeat, at any depth', () => {
    const value = parseGoJson('[{"a":{"b":1,"c":2,"b":3}}]') as readonly { readonly a: JsonObject }[];
    assert.deepEqual(membersOf(value[0]?.a ?? {}), [
      ['b', 1],
      ['c', 2],
      ['b', 3],
    ]);
  });

  test('has U+FFFD for half a character, escaped or not', () => {
    assert.equal(parseGoJson('"\\ud800a"'), '\ufffda');
    assert.equal(parseGoJson('"\ud800a"'), '\ufffda');
    assert.equal(parseGoJson('"\\ud83d\\ude00"'), '😀');
  });
});
