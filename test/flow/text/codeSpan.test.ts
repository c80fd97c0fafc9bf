import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { codeSpan } from '../../../flow/text/codeSpan';

suite('codeSpan', () => {
  test('puts a text between backticks', () => assert.equal(codeSpan('+15550100001'), '`+15550100001`'));
  test('shows an empty string', () => assert.equal(codeSpan(''), '`""`'));
  test('keeps Markdown and HTML as text', () => assert.equal(codeSpan('[a](b) <img src=x>'), '`[a](b) <img src=x>`'));
  test('takes a longer fence than any in the text', () => assert.equal(codeSpan('a ``b`` c'), '```a ``b`` c```'));
  test('sets the fence off from a backtick at the end', () => assert.equal(codeSpan('a`'), '`` a` ``'));
  test('has one line', () => assert.equal(codeSpan('a\n\n# b'), '`a # b`'));
  test('has a bounded length', () => assert.equal(codeSpan('abcdefghij', 5), '`abcd…`'));
});
