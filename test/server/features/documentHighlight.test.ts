import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { documentHighlight } from '../../../server/features/documentHighlight';
import { A } from '../../support/ids';
import { openAtCursor } from '../../support/openFlow';

/** Asserts what lights up, as "read text" or "write text", in order of the text. */
function checkHighlights(marked: string, ...expected: string[]): void {
  const { document, offset, at } = openAtCursor(marked);
  const found = documentHighlight(document, offset) ?? [];
  assert.deepEqual(
    found.map(({ range, kind }) => `${kind === DocumentHighlightKind.Write ? 'write' : 'read'} ${at(range)}`),
    expected,
  );
}

suite('documentHighlight', () => {
  test('lights up an id and what refers to it', () =>
    checkHighlights(
      `[{"type": "answer", "next_id": "|${A}"}, {"id": "${A}", "type": "hangup"}]`,
      `read ${A}`,
      `write ${A}`,
    ));
  test('lights up a variable and what sets it', () =>
    checkHighlights(
      '{"source": {}, "variables": {"name": "Ann"}, "actions": [{"type": "talk", "option": {"text": "Hello ${|name}"}}]}',
      'write name',
      'read name',
    ));
  test('lights up the variable of the new call or of the flow around, whichever is meant', () => {
    const flow = (set: string, read: string) =>
      `[{"type": "variable_set", "option": {"key": "${set}", "value": "1"}}, {"type": "call", "option": {"actions": [{"type": "talk", "option": {"text": "\${n}"}}, {"type": "branch", "option": {"variable": "${read}"}}]}}]`;
    checkHighlights(flow('|n', 'n'), 'write n', 'read n');
    checkHighlights(flow('n', '|n'), 'read n');
  });
  test('lights up nothing on other things', () => checkHighlights('[{"type": "|answer"}]'));
});
