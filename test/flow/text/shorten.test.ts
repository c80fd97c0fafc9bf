import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { shorten } from '../../../flow/text/shorten';

suite('shorten', () => {
  test('a short text stays, on one line', () => {
    assert.equal(shorten(' a\n\tb  c ', 10), 'a b c');
    assert.equal(shorten('', 3), '');
    assert.equal(shorten('abc', 3), 'abc');
  });

  test('a long text ends in an ellipsis within its length, without a blank before it', () => {
    assert.equal(shorten('abcd', 3), 'ab…');
    assert.equal(shorten('ab cd', 4), 'ab…');
    assert.equal(shorten('abc', 1), '…');
  });

  test('a surrogate pair and an emoji of several parts stay whole', () => {
    assert.equal(shorten('a😀b', 3), 'a…');
    assert.equal(shorten('👩‍👩‍👧abc', 5), '…');
    assert.equal(shorten('a\ud800b', 9), 'a\ufffdb');
  });

  test('a letter keeps the mark that follows it, also where the cut would part them', () => {
    assert.equal(shorten('abe\u0301xyz', 4), 'ab…');
    assert.equal(shorten('abe\u0301xyz', 5), 'abe\u0301…');
    assert.equal(shorten('abc\u00a9\ufe0fxyz', 5), 'abc…');
    assert.equal(shorten('abcéxyz', 5), 'abcé…');
  });

  test('a huge text is cut like any other', () => {
    assert.equal(shorten('x'.repeat(1e6), 5), 'xxxx…');
    assert.equal(shorten(' '.repeat(1e6), 5), '…');
  });
});
