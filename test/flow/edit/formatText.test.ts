import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { type FormatOptions, formatText } from '../../../flow/edit/formatText';
import { arbitraryTexts } from '../../support/arbitraryTexts';

const spaces: FormatOptions = { tabSize: 2, insertSpaces: true };

const format = (text: string, layout: Partial<FormatOptions> = {}) =>
  applyEdits(text, formatText(text, { ...spaces, ...layout }) ?? []);

/** Asserts the text after formatting, and that a second time changes nothing. */
function check(before: string, after: string, layout: Partial<FormatOptions> = {}): void {
  assert.equal(format(before, layout), after);
  assert.equal(format(after, layout), after, 'a second time');
}

/** Asserts that a text is laid out as it is to be. */
const stays = (text: string, layout: Partial<FormatOptions> = {}) => check(text, text, layout);

const layouts = fc.record<FormatOptions>({
  tabSize: fc.constantFrom(1, 2, 8),
  insertSpaces: fc.boolean(),
  insertFinalNewline: fc.constantFrom(true, false, undefined),
  trimFinalNewlines: fc.constantFrom(true, false, undefined),
  trimTrailingWhitespace: fc.constantFrom(true, false, undefined),
  keepLines: fc.boolean(),
});

/** What JSON.parse makes of a text; undefined where it refuses it. */
function parsed(text: string): unknown {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

suite('formatText: any text', () => {
  test('formatting twice is formatting once', () =>
    fc.assert(
      fc.property(arbitraryTexts, layouts, (text, layout) => {
        const once = format(text, layout);
        assert.equal(format(once, layout), once);
      }),
      { numRuns: 1500 },
    ));
  test('formatting changes white space alone, and no value', () =>
    fc.assert(
      fc.property(arbitraryTexts, layouts, (text, layout) => {
        for (const { offset, end, text: content } of formatText(text, layout) ?? [])
          assert.equal(`${text.slice(offset, end)}${content}`.trim(), '');
        assert.equal(parsed(format(text, layout)), parsed(text));
      }),
      { numRuns: 1500 },
    ));
  test('edits of a range lie in its lines', () =>
    fc.assert(
      fc.property(arbitraryTexts, layouts, fc.nat(), fc.nat(), (text, layout, a, b) => {
        const [offset = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        for (const edit of formatText(text, layout, { offset, end }) ?? []) {
          assert.doesNotMatch(text.slice(edit.end, offset), /[\r\n]/);
          assert.doesNotMatch(text.slice(end, edit.offset), /[\r\n]/);
        }
      }),
    ));
});

suite('formatText: a text that is not closed', () => {
  test('keeps its line and what follows, whatever looks like JSON there', () => {
    stays('{\n  "text": "Hello,\n"language": "en-US"\n}');
    check('{"a":1,\n   "text":  "Hello,\n"language":   1}', '{\n  "a": 1,\n   "text":  "Hello,\n"language":   1}');
    stays('{"a": b",\n"c":1}');
    stays('{"a":  "b\\",\n"c":1}');
  });
  test('keeps its line where a comment before it ends there', () => stays('[\n  /* a\n  b */   "x\n]'));
  test('is not mistaken for one where a comment is open', () => stays('[1,/* open  \n'));
  test('in single quotes keeps what it says', () => {
    stays("['a  b, [c]']");
    check("[1,\n  'a:b',2]", "[\n  1,\n  'a:b',2]");
  });
  test('in typographic quotes, or without any, keeps what it says', () => {
    stays('["a", “b,c”]');
    stays('{"text": Hello,  world: [1]}');
  });
});

suite('formatText: line breaks', () => {
  test('one blank line between actions stays', () => {
    stays('{\n  "actions": [\n    // opening\n    {},\n\n    // menu\n    {}\n  ]\n}');
    check('[\n  1,\n\n\n\n  2\n]', '[\n  1,\n\n  2\n]');
    check('[\r\n1,\r\n \r\n2]', '[\r\n  1,\r\n\r\n  2\r\n]');
  });
  test('blank lines inside of brackets go where nothing stands before or behind', () =>
    check('[\n\n\n  1\n\n]', '[\n  1\n]'));
  test('stand behind 25 levels at a tab size of 8', () => {
    const deep = `${'['.repeat(30)}1${']'.repeat(30)}`;
    assert.equal(format(deep, { tabSize: 8 }), JSON.stringify(JSON.parse(deep), null, 8));
    assert.equal(format(deep, { insertSpaces: false }), JSON.stringify(JSON.parse(deep), null, '\t'));
  });
  test('are put in where a comma is missing only if there are some', () => {
    stays('[\n  1\n  2\n]');
    stays('[\n  1 2\n]');
    stays('[\n  "a""b"\n]');
  });
  test('all stay when asked to', () => {
    const keepLines = true;
    stays('{ "a": [1, 2],\n\n\n  "b": {}\n}', { keepLines });
    check('{"a":[1,2],\n"b":1}', '{"a": [1, 2],\n  "b": 1}', { keepLines });
  });
});

suite('formatText: the end of the text', () => {
  test('gets a line break only when asked to, and loses none when not', () => {
    check('[]', '[]\n', { insertFinalNewline: true });
    stays('[]\n', { insertFinalNewline: false });
    stays('[]', { insertFinalNewline: false });
    check('', '', { insertFinalNewline: true });
  });
  test('keeps surplus line breaks only when asked to', () => {
    check('[]\n\n\n', '[]\n', { trimFinalNewlines: true });
    stays('[]\n\n\n', { trimFinalNewlines: false });
    check('[]  \n  \n', '[]\n\n', { trimFinalNewlines: false });
  });
});

suite('formatText: blanks', () => {
  test('at the ends of lines in comments go when asked to', () => {
    check('[ // a  \n  1 /* b \t\n  c  */\n]', '[ // a\n  1 /* b\n  c  */\n]', { trimTrailingWhitespace: true });
    stays('[ // a  \n  1\n]', { trimTrailingWhitespace: false });
  });
  test('of a level are as many as an editor can mean', () => {
    assert.equal(format('[1]', { tabSize: 1e9 }), `[\n${' '.repeat(16)}1\n]`);
    assert.equal(format('[1]', { tabSize: 0 }), '[\n 1\n]');
    assert.equal(format('[1]', { tabSize: -3 }), '[\n 1\n]');
    assert.equal(format('[1]', { tabSize: Number.NaN }), '[\n  1\n]');
    assert.equal(format('[1]', { tabSize: 2.5 }), '[\n  1\n]');
  });
});
