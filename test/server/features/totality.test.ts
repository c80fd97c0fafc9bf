import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/features/callHierarchy';
import { codeActions } from '../../../server/features/codeActions';
import { codeLenses } from '../../../server/features/codeLenses';
import { definition } from '../../../server/features/definition';
import { diagnostics } from '../../../server/features/diagnostics';
import { documentHighlight } from '../../../server/features/documentHighlight';
import { documentLinks } from '../../../server/features/documentLinks';
import { documentSymbols } from '../../../server/features/documentSymbols';
import { foldingRanges } from '../../../server/features/foldingRanges';
import { formatting, onTypeFormatting } from '../../../server/features/formatting';
import { hover } from '../../../server/features/hover';
import { inlayHints } from '../../../server/features/inlayHints';
import { linkedEditingRange } from '../../../server/features/linkedEditingRange';
import { prepareRename } from '../../../server/features/prepareRename';
import { references } from '../../../server/features/references';
import { rename } from '../../../server/features/rename';
import { selectionRanges } from '../../../server/features/selectionRanges';
import { semanticTokens } from '../../../server/features/semanticTokens';
import { workspaceSymbols } from '../../../server/features/workspaceSymbols';
import { flowFacts } from '../../../server/workspace/flowFacts';
import { noWorkspace } from '../../../server/workspace/workspace';
import { A, B } from '../../support/ids';
import { type OpenFlow, openFlow } from '../../support/openFlow';
import { stride } from '../../support/thorough';

const flows: Readonly<Record<string, string>> = {
  'a menu': `[{"id": "${A}", "type": "talk", "option": {"text": "Press \${key}"}}, {"type": "digits_receive", "option": {"duration": 5000}}, {"type": "branch", "option": {"variable": "voipbin.call.digits", "default_target_id": "${A}", "target_ids": {"1": "${B}"}}}, {"id": "${B}", "type": "hangup"}]`,
  'a body with comments': `// who\r\n{\r\n\t"source": {"type": "tel", "target": "+15550100001"},\r\n\t"destinations": [{"type": "extension", "target_name": "2001"}],\r\n\t"variables": {"na me": "😀 \${x}"}, /* what */\r\n\t"actions": [{"type": "call", "option": {"actions": [{"type": "goto", "option": {"target_id": "menu"}}]}}],\r\n}`,
  'what is odd': `\ufeff[{"id": 5, "type": ["a"], "option": [1]}, 7, "\\ud83d", {"type": "talk", "option": {"text": "\\"\${a\\u0062}\${", "language": null}, "next_id": {}}, {"type": "variable_set", "option": {"key": "", "key": "\${k}"}}]`,
  'what the server wrote': `{"result": [{"id": "${A}", "tm_create": "", "name": "", "actions": [{"type": "mute", "id": "${B}"}]}], "next_page_token": ""}`,
};

const allHints = { targets: true, durations: true, loops: true, variables: true };

/** Every range lies in the text, between characters: turned into offsets and back it stays what it is. */
function checkRange({ document, text }: OpenFlow, range: Range, what: string): void {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const again = { start: document.positionAt(start), end: document.positionAt(end) };
  if (start <= end && end <= text.length && within(range, again) && within(again, range)) return;
  assert.fail(`${what}: ${JSON.stringify(range)} is no range of ${JSON.stringify(text)}`);
}

function within(inner: Range, outer: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

function checkDocument(flow: OpenFlow): void {
  const { document, text } = flow;
  const host = { document, settings: {}, newId: () => '99999999-0000-4000-8000-000000000001' };
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  const found = diagnostics(document, {});
  for (const diagnostic of found) {
    checkRange(flow, diagnostic.range, `diagnostic ${diagnostic.code}`);
    for (const related of diagnostic.relatedInformation ?? [])
      checkRange(flow, related.location.range, `of ${diagnostic.code}`);
  }
  for (const only of [['quickfix'], ['refactor'], ['source.fixAll.voipbin']]) {
    for (const action of codeActions(whole, { diagnostics: found, only }, host)) {
      for (const edit of action.edit?.changes?.[document.uri] ?? []) checkRange(flow, edit.range, action.title);
    }
  }
  for (const lens of codeLenses(document, { showPlacesCommand: 'show' })) {
    checkRange(flow, lens.range, 'lens');
    for (const { range } of (lens.command?.arguments?.[2] ?? []) as { range: Range }[]) checkRange(flow, range, 'lens');
  }
  for (const link of documentLinks(document)) checkRange(flow, link.range, 'link');
  const facts = flowFacts(flow.model);
  const file = { uri: document.uri, version: 1, facts, ids: [], read: () => document };
  for (const { location } of workspaceSymbols({ ...noWorkspace, files: () => [file] }, '')) {
    assert.ok('range' in location);
    checkRange(flow, location.range, 'workspace symbol');
  }
  const { data } = semanticTokens(document);
  assert.ok(data.length % 5 === 0 && data.every((number) => number >= 0), 'semantic tokens');
  for (const hint of inlayHints(document, whole, allHints)) {
    checkRange(flow, { start: hint.position, end: hint.position }, 'inlay hint');
  }
  for (const range of foldingRanges(document)) {
    assert.ok(range.startLine < range.endLine && range.endLine <= whole.end.line, 'folding');
  }
  for (const edit of formatting(document, undefined, { tabSize: 2, insertSpaces: true })) {
    checkRange(flow, edit.range, 'formatting');
    assert.equal(edit.newText.replace(/\s/g, ''), document.getText(edit.range).replace(/\s/g, ''), 'formatting');
  }
  const symbols = documentSymbols(document);
  for (let symbol = symbols.pop(); symbol; symbol = symbols.pop()) {
    checkRange(flow, symbol.range, symbol.name);
    assert.ok(within(symbol.selectionRange, symbol.range), `the selection of ${symbol.name} lies outside of it`);
    assert.notEqual(symbol.name.trim(), '');
    symbols.push(...(symbol.children ?? []));
  }
}

function checkOffset(flow: OpenFlow, offset: number): void {
  const { document } = flow;
  const said = hover(document, offset);
  if (said) {
    assert.ok(said.range);
    checkRange(flow, said.range, 'hover');
  }
  for (const link of definition(document, offset) ?? []) {
    checkRange(flow, link.targetRange, 'definition');
    assert.ok(within(link.targetSelectionRange, link.targetRange), 'definition: the selection lies outside');
  }
  for (const reference of references(document, offset, { includeDeclaration: true }) ?? []) {
    checkRange(flow, reference.range, 'reference');
  }
  for (const highlight of documentHighlight(document, offset) ?? []) checkRange(flow, highlight.range, 'highlight');
  for (const other of linkedEditingRange(document, offset)?.ranges ?? []) checkRange(flow, other, 'linked editing');
  for (const edit of onTypeFormatting(document, offset, { tabSize: 2, insertSpaces: true }))
    checkRange(flow, edit.range, 'on-type formatting');
  for (const item of prepareCallHierarchy(document, offset) ?? []) {
    checkRange(flow, item.range, 'call hierarchy');
    for (const { fromRanges } of incomingCalls(document, item))
      for (const fromRange of fromRanges) checkRange(flow, fromRange, 'incoming calls');
    for (const { fromRanges, to } of outgoingCalls(document, item)) {
      checkRange(flow, to.selectionRange, 'outgoing calls');
      for (const fromRange of fromRanges) checkRange(flow, fromRange, 'outgoing calls');
    }
  }
  const prepared = prepareRename(document, offset);
  const renamed = rename(document, offset, 'renamed');
  if (prepared && 'range' in prepared) checkRange(flow, prepared.range, 'prepare rename');
  if (renamed && 'changes' in renamed) {
    for (const edit of renamed.changes?.[document.uri] ?? []) checkRange(flow, edit.range, 'rename');
  }
  const position = document.positionAt(offset);
  let inner: SelectionRange | undefined;
  let range = selectionRanges(document, [position])[0];
  for (; range; inner = range, range = range.parent) {
    checkRange(flow, range.range, 'selection');
    assert.ok(within({ start: position, end: position }, range.range), 'the selection is elsewhere');
    if (inner) assert.ok(within(inner.range, range.range), 'a selection does not grow');
  }
}

suite('features: any text', () => {
  for (const [name, text] of Object.entries(flows)) {
    for (const jsonc of [false, true]) {
      test(`every prefix of ${name}${jsonc ? ', comments allowed' : ''}`, () => {
        for (let length = 0; length <= text.length; length++) {
          const flow = openFlow(text.slice(0, length), { jsonc });
          checkDocument(flow);
          // Far behind the cut nothing differs from the prefix before.
          const from = jsonc && length % stride(11) === 0 ? 0 : Math.max(0, length - 40);
          for (let offset = length; offset >= from; offset -= stride(3)) checkOffset(flow, offset);
        }
      }).timeout(60_000);
    }
    test(`${name} with a piece cut out`, () => {
      for (let start = 0; start < text.length; start += 3) {
        const flow = openFlow(text.slice(0, start) + text.slice(start + 7));
        checkDocument(flow);
        for (let offset = 0; offset <= flow.text.length; offset += 5) checkOffset(flow, offset);
      }
    });
  }
  test('is read in time however large and strange it is', () => {
    for (const text of [
      '['.repeat(200_000),
      '{"a":'.repeat(50_000),
      '"'.repeat(200_001),
      '/*'.repeat(100_000),
      '\u0000\ud800'.repeat(50_000),
    ]) {
      const flow = openFlow(text);
      checkDocument(flow);
      for (const offset of [0, 1, 100, text.length - 1, text.length]) checkOffset(flow, offset);
    }
  }).timeout(60_000);
});
