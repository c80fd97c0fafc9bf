import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { sha1 } from '../../../flow/plain/sha1';

suite('sha1', () => {
  test('gives the digests of FIPS 180-4', () => {
    assert.equal(digest('abc'), 'a9993e364706816aba3e25717850c26c9cd0d89d');
    assert.equal(digest(''), 'da39a3ee5e6b4b0d3255bfef95601890afd80709');
    assert.equal(
      digest('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'),
      '84983e441c3bd26ebaae4aa1f95129e5e54670f1',
    );
  });

  test('agrees with Node at every length around the blocks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        assert.equal(hex(sha1(message)), createHash('sha1').update(message).digest('hex'));
      }),
    );
  });
});

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const digest = (text: string) => hex(sha1(new TextEncoder().encode(text)));
