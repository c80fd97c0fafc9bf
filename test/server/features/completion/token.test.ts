import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { tokenAt } from '../../../../server/features/completion/token';
import { withCursor } from '../../../support/cursor';

/** The token at the cursor, as "kind «text»", with a `?` behind a string that is not closed. */
function tokenOf(marked: string): string {
  const { text, offset } = withCursor(marked);
  const { start, end, kind, closed } = tokenAt(text, offset);
  return `${kind}${kind === 'string' && !closed ? '?' : ''} «${text.slice(start, end)}»`;
}

suite('tokenAt', () => {
  test('a string is taken with its quotes', () => {
    assert.equal(tokenOf('{ "type": "ta|lk" }'), 'string «"talk"»');
    assert.equal(tokenOf('{ "type": "|" }'), 'string «""»');
    assert.equal(tokenOf('{ "text": "say \\"h|i\\" now" }'), 'string «"say \\"hi\\" now"»');
  });

  test('a string that is not closed ends with the word', () => {
    assert.equal(tokenOf('{ "type": "ta|'), 'string? «"ta»');
    assert.equal(tokenOf('{ "type": "ta|}'), 'string? «"ta»');
    assert.equal(tokenOf('{ "type": "ta|, "option": {} }'), 'string? «"ta»');
    assert.equal(tokenOf('{ "type": "ta|\n "option": "x" }'), 'string? «"ta»');
  });

  test('a string before a missing comma is closed', () => {
    assert.equal(tokenOf('{ "type": "ta|lk" "option": {} }'), 'string «"talk"»');
  });

  test('words and numbers', () => {
    assert.equal(tokenOf('{ "async": tr|ue }'), 'word «true»');
    assert.equal(tokenOf('[ -1.5e|+3 ]'), 'word «-1.5e+3»');
    assert.equal(tokenOf('[ ta| ]'), 'word «ta»');
  });

  test('between things there is none, behind a string too', () => {
    assert.equal(tokenOf('[ | ]'), 'none «»');
    assert.equal(tokenOf('["a"|]'), 'none «»');
    assert.equal(tokenOf('|'), 'none «»');
  });

  test('an escape at the cursor does not end the string', () => {
    assert.deepEqual(tokenAt('["a\\"b"]', 4), { start: 1, end: 7, kind: 'string', closed: true });
    assert.equal(tokenOf('["a|\\'), 'string? «"a»');
  });
});
