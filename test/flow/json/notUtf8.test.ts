import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { listNotUtf8 } from '../../../flow/json/notUtf8';

/** Nothing but faults becomes U+FFFD where the text has none of its own. */
const replaced = (text: string) => [...text.matchAll(/\ufffd/g)].map(({ index }) => index);

suite('bytes that are not UTF-8', () => {
  test('stand where a decoder puts its mark, in any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(bytes, (some) => {
        fc.pre(!some.join(' ').includes('239 191 189'));
        const offsets = listNotUtf8(some).map(({ offset }) => offset);
        assert.deepEqual(offsets, replaced(Buffer.from(some).toString('utf8')));
      }),
    );
  });

  test('are none in any text, a mark that is meant included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.deepEqual(listNotUtf8(Buffer.from(`${text}\ufffd\u{1f600}`)), []);
      }),
    );
  });

  test('cut short, too long, surrogates and beyond Unicode', () => {
    for (const bytes of [
      [0xe2, 0x82],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x9f, 0x98, 0x22],
    ])
      assert.deepEqual(
        listNotUtf8(Uint8Array.from(bytes)).map(({ offset }) => offset),
        replaced(Buffer.from(bytes).toString('utf8')),
      );
  });

  test('are counted up to a limit', () => {
    assert.equal(listNotUtf8(new Uint8Array(500).fill(0xff)).length, 100);
  });
});
