import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { speechDuration } from '../../../../flow/simulator';
import { speechFault } from '../../../../flow/simulator/media/speechFault';

suite('speech', () => {
  test('takes time by its length; tags are silent, pauses count', () => {
    assert.equal(speechDuration(''), 0);
    assert.equal(speechDuration('a'.repeat(10)), 700);
    assert.equal(speechDuration('<emphasis>ab</emphasis>'), 140);
    assert.equal(speechDuration('<break time="500ms"/><break time="1.5s"/>'), 2000);
  });

  test('has to be well-formed, and a fault is told', () => {
    for (const text of ['plain', 'a &amp; b', '<p>x</p>', '<break/>']) assert.equal(speechFault(text), undefined, text);
    assert.match(speechFault('a & b') ?? '', /bare "&"/);
    assert.match(speechFault('&nbsp;') ?? '', /&nbsp;/);
    assert.match(speechFault('1 < 2') ?? '', /&lt;/);
    assert.match(speechFault('<p>x') ?? '', /does not close <p>/);
    assert.match(speechFault('x</p>') ?? '', /closes <p>/);
  });
});
