import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { formatting } from '../../../server/features/formatting';
import { openFlow } from '../../support/openFlow';

const spaces: FormattingOptions = { tabSize: 2, insertSpaces: true };

/** Asserts the text after formatting; with `«` and `»` in it only what is between them is formatted. */
function checkFormat(before: string, after: string, options: FormattingOptions = spaces): void {
  const start = before.indexOf('«');
  const end = before.indexOf('»') - 1;
  const { text, document } = openFlow(start < 0 ? before : before.replace(/[«»]/g, ''));
  const range = start < 0 ? undefined : { start: document.positionAt(start), end: document.positionAt(end) };
  const edits = formatting(document, range, options);
  assert.equal(TextDocument.applyEdits(document, edits), after);
  for (const edit of edits) assert.equal(document.getText(edit.range).trim(), '', `${text}: an edit takes text away`);
}

suite('formatting', () => {
  test('puts members and items on lines of their own', () =>
    checkFormat('{"actions":[{"type":"answer"}]}', '{\n  "actions": [\n    {\n      "type": "answer"\n    }\n  ]\n}'));
  test('keeps comments', () => checkFormat('[ // all\n1, /* one */ 2]', '[ // all\n  1, /* one */\n  2\n]'));
  test('indents with tabs when asked to', () => checkFormat('[1]', '[\n\t1\n]', { tabSize: 4, insertSpaces: false }));
  test('keeps line ends of CR LF', () => checkFormat('[1,\r\n2]', '[\r\n  1,\r\n  2\r\n]'));
  test('keeps the line break at the end', () => checkFormat('[1]\n', '[\n  1\n]\n'));
  test('adds a line break at the end only when asked to', () => {
    checkFormat('[1]', '[\n  1\n]');
    checkFormat('[1]', '[\n  1\n]\n', { ...spaces, insertFinalNewline: true });
  });
  test('takes surplus line breaks from the end', () => checkFormat('[1]\n\n\n', '[\n  1\n]\n'));
  test('keeps a byte order mark', () => checkFormat('\ufeff[1]', '\ufeff[\n  1\n]'));
  test('formats a range only', () => checkFormat('[\n«{"a":1}»,\n{"b":2}\n]', '[\n{\n  "a": 1\n},\n{"b":2}\n]'));
  test('takes a range that begins in a byte order mark', () => checkFormat('«\ufeff[1]»', '\ufeff[\n  1\n]'));
  test('changes nothing in strings', () => checkFormat('["a  \\n  {b:[1]}"]', '[\n  "a  \\n  {b:[1]}"\n]'));
  test('lays out a large document in one piece', () => {
    const { document } = openFlow(JSON.stringify(Array.from({ length: 6000 }, (_, item) => item)));
    const edits = formatting(document, undefined, spaces);
    assert.equal(edits.length, 1);
    const after = TextDocument.applyEdits(document, edits);
    assert.equal(after, JSON.stringify(JSON.parse(document.getText()), null, 2));
  });
  test('leaves alone what is nested too deep', () => checkFormat('['.repeat(300), '['.repeat(300)));
  test('leaves alone what is nested too deep for the formatter only', () => {
    for (const text of ['{'.repeat(2_000_000), '{ "a": 1, '.repeat(300), '[]{'.repeat(300)]) checkFormat(text, text);
    const often = `[${`${'['.repeat(200)}${']'.repeat(200)},`.repeat(5000)}0]`;
    checkFormat(often, often);
    checkFormat('[]'.repeat(300), '[]'.repeat(300));
  });
  test('loses nothing of a broken text', () => {
    for (const broken of ['[1 2 "a', '{"a": }', '{"a" 1,, }', "{a: 'b'}", '[1,\n/* open', '}{][', '', 'hello  world']) {
      const { document } = openFlow(broken);
      const after = TextDocument.applyEdits(document, formatting(document, undefined, spaces));
      assert.equal(after.replace(/\s/g, ''), broken.replace(/\s/g, ''));
    }
  });
});
