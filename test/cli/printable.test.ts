import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { printable, printableCells, printableJson, printableLines, printableValue } from '../../cli/printable';

const esc = String.fromCharCode(27);
const hostile = [
  `${esc}[2J${esc}[31mred${esc}[0m`,
  `${esc}]0;title${String.fromCharCode(7)}`,
  '\u009b31m\u0085\u007f\b\r',
  '\u202eabc\u2066\u200f\u061c\u200b\ufeff\u00ad',
  'a\n::error::b',
  '\n\r\n  ::set-output name=x::y',
  '::add-mask::x',
  '\u2028::stop-commands::x\u2029',
  '##[add-matcher]x ##vso[task.setvariable]y ##teamcity[message]',
];
const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** What no output may have. */
const moves = /(?![\n\t])\p{Cc}|[\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/u;
const command = /^[^\S\n]*::|##\w*\[/m;

suite('printable', () => {
  test('puts a text on one line and moves nothing, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = printable(text);
        assert.doesNotMatch(shown, moves);
        assert.ok(!shown.includes('\n'));
        const cells = printableCells(text);
        assert.doesNotMatch(cells, moves);
        assert.equal(cells.length, text.length);
      }),
    );
  });

  test('leaves what people read: letters of every script, joined ones, pictures', () => {
    for (const text of ['Grüß Gott', 'می‌خواهم', 'שלום', '안녕', '👩‍👩‍👧 👍🏽', 'a\tb', '\u06dd'])
      assert.equal(printable(text), text);
    assert.equal(printable('two \r\n  lines'), 'two lines');
    assert.equal(printable(`${esc}[31mx`), '\ufffd[31mx');
  });

  test('a megabyte of blanks is shown before anybody stops waiting', () => {
    const blanks = ' '.repeat(1_000_000);
    assert.equal(printable(`a${blanks}b`).length, 1_000_002);
    assert.equal(printable(`a${blanks}\n${blanks}b`), 'a b');
  });

  test('a value keeps its form, and every text in it is printable', () => {
    const value = { 'a\nb': [`${esc}x`, 1, null, { c: true }], d: undefined };
    assert.deepEqual(printableValue(value), { 'a b': ['\ufffdx', 1, null, { c: true }], d: undefined });
  });

  test('JSON is the same value, and holds nothing that a terminal or a workflow obeys', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, fc.array(anyText)), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = printableJson(value, indent);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
        assert.doesNotMatch(text, moves);
        assert.doesNotMatch(text, command);
      }),
    );
  });

  test('no line of an output is a command of a workflow, and only colors are left of what a terminal obeys', () => {
    fc.assert(
      fc.property(fc.array(anyText), (lines) => {
        const text = printableLines(lines.join('\n'), false);
        assert.doesNotMatch(text, moves);
        assert.doesNotMatch(text, command);
      }),
    );
    const colored = `${esc}[31mred${esc}[0m ${esc}[1;33mbold${esc}[2J`;
    assert.equal(printableLines(colored, true), `${esc}[31mred${esc}[0m ${esc}[1;33mbold\ufffd[2J`);
    assert.equal(printableLines(colored, false), '\ufffd[31mred\ufffd[0m \ufffd[1;33mbold\ufffd[2J');
    assert.equal(printableLines('  ::error::x\n::y', false), '  : :error::x\n: :y');
  });
});
