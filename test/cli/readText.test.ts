import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readText } from '../../cli/readText';

const placed = (bytes: Uint8Array) => {
  const { text, fault } = readText(bytes);
  return fault && [fault.offset, text[fault.offset], /0x[\dA-F]{2}/.exec(fault.message)?.[0]];
};
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');

suite('readText', () => {
  test('gives a text in UTF-8 as it is, its byte order mark and unknown characters included', () => {
    for (const text of ['', '{}', '\ufeff[]', 'Grüß 😀 \ufffd', '\0'])
      assert.deepEqual(readText(utf8(text)), { text, fault: undefined });
  });

  test('finds the first byte that is not UTF-8, behind characters of any length', () => {
    assert.deepEqual(placed(latin1('"Gr\u00fc\u00df Gott"')), [3, '\ufffd', '0xFC']);
    assert.deepEqual(placed(Buffer.concat([utf8('é漢😀\ufffd'), latin1('\u00e9"')])), [5, '\ufffd', '0xE9']);
    assert.deepEqual(placed(latin1('\u00ff')), [0, '\ufffd', '0xFF']);
    // A character that is cut off at the end.
    assert.deepEqual(placed(utf8('a😀').subarray(0, 4)), [1, '\ufffd', '0xF0']);
    // Surrogates as bytes.
    assert.deepEqual(placed(Uint8Array.of(0x61, 0xed, 0xa0, 0x80)), [1, '\ufffd', '0xED']);
  });

  test('tells UTF-16 by its first two bytes', () => {
    const little = readText(Buffer.from('\ufeff{"a":"b"}', 'utf16le'));
    assert.equal(little.fault?.isUtf16, true);
    assert.match(little.fault?.message ?? '', /^The file is UTF-16, not UTF-8\./);
    assert.equal(readText(Uint8Array.of(0xfe, 0xff, 0, 0x7b)).fault?.isUtf16, true);
  });
});
