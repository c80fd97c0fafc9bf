import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { onTypeFormatting } from '../../../server/features/formatting';
import { openAtCursor } from '../../support/openFlow';

/** Asserts the text after the bracket before the cursor was typed. */
function checkTyped(marked: string, expected: string): void {
  const { document, offset } = openAtCursor(marked);
  const edits = onTypeFormatting(document, offset, { tabSize: 2, insertSpaces: true });
  assert.equal(TextDocument.applyEdits(document, edits), expected);
}

suite('onTypeFormatting', () => {
  test('lays out the lines of what was closed, below its first', () =>
    checkTyped(
      '[\n  { "type": "answer" },\n  {\n"type":"talk",\n    "option":{"text":"Hi"}\n}|\n]',
      '[\n  { "type": "answer" },\n  {\n    "type": "talk",\n    "option": {"text": "Hi"}\n  }\n]',
    ));
  test('leaves lines as they are broken, and what else there is', () => {
    checkTyped('[\n    {"a":1},\n  {"b":2}|\n]', '[\n    {"a":1},\n  {"b": 2}\n]');
    checkTyped('[\n  {"type": "answer"}|\n]', '[\n  {"type": "answer"}\n]');
  });
  test('does nothing for a bracket in a text', () => checkTyped('[\n   {"a": "}|"}\n]', '[\n   {"a": "}"}\n]'));
});
