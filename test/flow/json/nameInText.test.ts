import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { foldKey } from '../../../flow/json/foldKey';
import { nameInText } from '../../../flow/json/nameInText';

suite('names in texts', () => {
  test('are what stands there, whatever had their hash before', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('type', 'Type', '__proto__', 'constructor', '1', 'a'.repeat(80)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.integer({ min: -2, max: 2 }))), (names) => {
        for (const [name, hash] of names) {
          const found = nameInText(`{"${name}":`, 2, 2 + name.length, hash);
          assert.deepEqual(found, { name, folded: foldKey(name) });
        }
      }),
    );
  });

  test('are folded as VoIPbin does it, plain or not', () => {
    const slow = (text: string) => text.toLowerCase().replaceAll('\u017f', 's');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(foldKey(text), slow(text))));
    for (const text of ['TYPE', 'type', '\u212a', '\u017ftop', 'Zz09_', 'É']) assert.equal(foldKey(text), slow(text));
  });
});
