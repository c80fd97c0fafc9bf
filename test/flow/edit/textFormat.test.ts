import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { formatOf, indentAt } from '../../../flow/edit/textFormat';

suite('formatOf', () => {
  test('takes the indentation that a text uses', () => {
    assert.equal(formatOf('{\n    "a": 1\n}').unit, '    ');
    assert.equal(formatOf('{\n\t"a": 1\n}').unit, '\t');
    assert.equal(formatOf('{\n\n  "a": 1\n}').unit, '  ');
  });

  test('takes no indentation from within a comment', () => {
    assert.equal(formatOf('/*\n * Our menu.\n */\n{\n    "a": 1\n}').unit, '    ');
    assert.equal(formatOf('// Our menu.\n   // It is short.\n{\n\t"a": 1\n}').unit, '\t');
    assert.equal(formatOf('{ /* a\n b */\n    "a": 1\n}').unit, '    ');
    assert.equal(formatOf('{ "//": "/*",\n    "a": 1 /* */\n}').unit, '    ');
    assert.equal(formatOf(`/*\n${' * Our menu.\n'.repeat(1000)} */\n{\n    "a": 1\n}`).unit, '    ');
    assert.equal(formatOf('{\n    /*\n     * one\n     */\n    "a": 1\n}').unit, '    ');
  });

  test('takes two spaces and line feeds where a text shows none', () => {
    assert.deepEqual(formatOf('{ "a": 1 }'), { unit: '  ', eol: '\n' });
    assert.deepEqual(formatOf(''), { unit: '  ', eol: '\n' });
  });

  test('takes the line ends that a text uses', () => {
    assert.equal(formatOf('{\r\n  "a": 1\r\n}').eol, '\r\n');
  });
});

suite('indentAt', () => {
  test('is the white space at the start of the line', () => {
    const text = '{\n\t  "a": 1\n}';
    assert.equal(indentAt(text, text.indexOf('1')), '\t  ');
    assert.equal(indentAt(text, text.length), '');
    assert.equal(indentAt(text, 0), '');
  });

  test('ends at the offset where that lies within the white space', () => {
    assert.equal(indentAt('    1', 2), '  ');
  });
});
