import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { spokenText } from '../../../../flow/simulator';

suite('spokenText', () => {
  test('plain text is heard as it is, with its signs', () => {
    assert.equal(spokenText('Bread & butter: 1 < 2 &amp; 3.'), 'Bread & butter: 1 < 2 &amp; 3.');
  });

  test('tags are silent, and entities are what they stand for', () => {
    const text = '<speak>Bread &amp; butter<break time="1s"/>, <emphasis>now</emphasis>&#33; &#x41;&quot;</speak>';
    assert.equal(spokenText(text), 'Bread & butter, now! A"');
  });

  test('what no entity is stays as it is written', () => {
    assert.equal(spokenText('<speak>&nothing; &#9999999;</speak>'), '&nothing; &#9999999;');
  });

  test('names of other things than entities stay as they are written', () => {
    assert.equal(spokenText('<speak>&constructor; &toString;</speak>'), '&constructor; &toString;');
  });

  test('a megabyte of tags that are not closed is heard before anybody stops waiting', () => {
    assert.equal(spokenText('<'.repeat(1_000_000)).length, 1_000_000);
  });

  test('nothing but tags is nothing', () => {
    assert.equal(spokenText('<speak><break time="1s"/></speak>'), '');
  });
});
