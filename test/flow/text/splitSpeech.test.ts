import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { splitSpeech } from '../../../flow/text/splitSpeech';

const upTo = (most: number) => (piece: string) => piece.length <= most;

suite('splitSpeech', () => {
  test('cuts behind sentences', () => {
    assert.deepEqual(splitSpeech('One two. Three! Four?', upTo(15)), ['One two. Three!', 'Four?']);
    assert.deepEqual(splitSpeech('He said "Go." Then he left.', upTo(14)), ['He said "Go."', 'Then he left.']);
    assert.deepEqual(splitSpeech('一二三。四五六。', upTo(5)), ['一二三。', '四五六。']);
  });

  test('and between words where a sentence is too long', () => {
    assert.deepEqual(splitSpeech('one two three. Four', upTo(8)), ['one two', 'three.', 'Four']);
  });

  test('never within a variable', () => {
    assert.deepEqual(splitSpeech('a ${first name} b', upTo(13)), ['a', '${first name}', 'b']);
    assert.equal(splitSpeech('a ${first name} b', upTo(12)), undefined);
    assert.deepEqual(splitSpeech('a ${first name} b', upTo(15)), ['a ${first name}', 'b']);
  });

  test('a text that fits stays whole, and one without a place to cut cannot be cut', () => {
    assert.deepEqual(splitSpeech('One. Two.', upTo(9)), ['One. Two.']);
    assert.deepEqual(splitSpeech('', upTo(9)), []);
    assert.equal(splitSpeech('abcdefghij', upTo(9)), undefined);
  });

  test('loses nothing but the blanks at the cuts', () => {
    const word = fc.constantFrom('one', 'two.', 'three!', '${x}', ' ', '\n');
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 6, max: 30 }), (words, most) => {
        const text = words.join(' ');
        const pieces = splitSpeech(text, upTo(most)) ?? assert.fail('it has words of six letters at most');
        assert.equal(pieces.join(' ').replace(/\s+/g, ' '), text.replace(/\s+/g, ' ').trim());
        assert.ok(pieces.every((piece) => piece.length <= most));
      }),
    );
  });
});
