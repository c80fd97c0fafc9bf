import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { byteLength } from '../../../../flow/json/byteLength';
import { characterCount, compareBytes } from '../../../../flow/simulator/go/utf8';

suite('texts as Go counts and compares them', () => {
  test('bytes are those of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(byteLength(text), Buffer.byteLength(text))),
    );
    assert.equal(byteLength('\ud800'), 3);
  });

  test('characters are code points', () => assert.equal(characterCount('é\u{1F600}'), 2));

  test('the order is that of the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) =>
        assert.equal(Math.sign(compareBytes(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b))),
      ),
    );
  });
});
