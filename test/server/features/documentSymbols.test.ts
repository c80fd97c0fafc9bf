import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import { actionLabel } from '../../../flow/text/actionLabel';
import { documentSymbols } from '../../../server/features/documentSymbols';
import { A, B } from '../../support/ids';
import { openFlow } from '../../support/openFlow';

/** Asserts the outline, a line an entry: indented by depth, with the detail behind a colon. */
function checkSymbols(text: string, ...expected: string[]): void {
  const lines: string[] = [];
  const list = (symbols: readonly DocumentSymbol[], indent: string) => {
    for (const { name, detail, children } of symbols) {
      lines.push(`${indent}${name}${detail ? `: ${detail}` : ''}`);
      list(children ?? [], `${indent}  `);
    }
  };
  list(symbolsOf(text), '');
  assert.deepEqual(lines, expected);
}

function symbolsOf(text: string): DocumentSymbol[] {
  const { document } = openFlow(text);
  return documentSymbols(document);
}

suite('documentSymbols', () => {
  test('names actions by what they do, with their ids', () => {
    const text = `[{"id": "${A}", "type": "talk", "option": {"text": "Good day"}}, {"type": "hangup"}]`;
    const [first] = openFlow(text).model.actions;
    checkSymbols(text, `${first ? actionLabel(first) : ''}: ${A}`, 'hangup');
  });
  test('an action without a known type is an object: breadcrumbs write the kind behind the name', () => {
    for (const text of ['[{}]', '[{ "type": "tlak" }]'])
      assert.deepEqual(
        symbolsOf(text).map(({ kind }) => kind),
        [SymbolKind.Object],
      );
  });
  test('nests the actions of a new call in the call', () =>
    checkSymbols(
      `[{"type": "call", "option": {"actions": [{"id": "${B}", "type": "answer"}, {"type": "hangup"}]}}, {"type": "stop"}]`,
      'call',
      `  answer: ${B}`,
      '  hangup',
      'stop',
    ));
  test('lists the keys of a body before its actions', () =>
    checkSymbols(
      '{"source": {"type": "tel", "target": "+15550100001"}, "destinations": [{"type": "extension", "target_name": "2001"}, {"type": "sip"}], "variables": {"a": "1", "": "2"}, "actions": [{"type": "answer"}], "other": 1}',
      'source: +15550100001',
      'destinations: 2001 and 1 more',
      'variables',
      '  a: 1',
      '  "": 2',
      'answer',
    ));
  test('keeps the order of the text', () =>
    checkSymbols('{"actions": [{"type": "answer"}], "name": "Menu"}', 'answer', 'name: Menu'));
  test('tells apart the flows of a page', () =>
    checkSymbols(
      `{"result": [{"id": "${A}", "name": "Day", "tm_create": "", "actions": [{"type": "answer"}]}, {"tm_create": "", "actions": [{"type": "hangup"}]}]}`,
      `Day: ${A}`,
      '  answer',
      'flow 2',
      '  hangup',
    ));
  test('names an action without a type', () =>
    checkSymbols('[{}, {"type": ""}]', 'action without type', 'action without type'));
  test('shows a value in a few words, and nothing for none', () => {
    checkSymbols('{"name": null, "detail": false, "actions": []}', 'name', 'detail: false');
    checkSymbols('{"name": 0, "detail": "a  b", "actions": []}', 'name: 0', 'detail: a b');
    checkSymbols('{"name": "", "detail": , "actions": []}', 'name', 'detail');
  });
  test('strikes deprecated types through', () => {
    const [symbol] = symbolsOf('[{"type": "condition_call_digits"}]');
    assert.deepEqual(symbol?.tags, [SymbolTag.Deprecated]);
  });
  test('selects the type and takes the whole action', () => {
    const text = '[\n  {"id": "x", "type": "answer"}\n]';
    const [symbol] = symbolsOf(text);
    const { at } = openFlow(text);
    assert.equal(symbol && at(symbol.range), '{"id": "x", "type": "answer"}');
    assert.equal(symbol && at(symbol.selectionRange), '"answer"');
  });
  test('of other JSON are none', () => {
    checkSymbols('{"compilerOptions": {"strict": true}}');
    checkSymbols('');
  });
});
