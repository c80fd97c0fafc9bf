import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckSettings } from '../../../flow/checks/checkFlow';
import { checks } from '../../../flow/checks/checks';
import { applyEdits } from '../../../flow/edit/edit';
import { codeActions } from '../../../server/features/codeActions';
import { findingsOf } from '../../../server/text/findingsOf';
import { fixAllOf, fixAllSure, waiting } from '../../../server/text/fixAll';
import { arbitraryTexts } from '../../support/arbitraryTexts';
import { newIds } from '../../support/ids';
import { openFlow } from '../../support/openFlow';

/** The text after an editor has saved it. */
function save(text: string, settings: CheckSettings = {}, jsonc = false): string {
  const { document } = openFlow(text, { jsonc });
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  const context = { diagnostics: [], only: ['source.fixAll'] };
  const [action] = codeActions(whole, context, { document, settings, newId: newIds() });
  return TextDocument.applyEdits(document, action?.edit?.changes?.[document.uri] ?? []);
}

/** Only what is not JSON is mended. */
const syntaxAlone: CheckSettings = {
  severities: Object.fromEntries(checks.flatMap(({ code }) => (code === 'json-syntax' ? [] : [[code, 'off']]))),
};

/** Asserts the text after saving, and that saving it again changes nothing. */
function checkSave(before: string, after: string): void {
  assert.equal(save(before), after);
  assert.equal(save(after), after);
}

suite('fix all on save: any text', () => {
  test('saving twice is saving once', () =>
    fc.assert(
      fc.property(arbitraryTexts, fc.boolean(), (text, jsonc) => {
        const once = save(text, {}, jsonc);
        assert.equal(save(once, {}, jsonc), once);
      }),
      { numRuns: 700 },
    ));
  test('a text that is JSON keeps its value where no finding stands', () =>
    fc.assert(
      fc.property(arbitraryTexts, (text) => {
        try {
          JSON.parse(text);
        } catch {
          return;
        }
        assert.equal(save(text, syntaxAlone), text);
      }),
      { numRuns: 700 },
    ));
});

suite('fix all on save: a text that is not closed', () => {
  test('gets no comma at each save', () => {
    for (const text of [
      '{"a": b",',
      '{"a": b",\n"c": 1}',
      '[{"type": "talk", "option": {"text": "Hello,\n"language": "en-US"}}]',
    ])
      checkSave(text, text);
  });
  test('is not touched, but what stands above it is mended', () =>
    checkSave(
      '[\n  {"type": "answer",},\n  {"type": "talk, "x",}\n]',
      '[\n  {"type": "answer"},\n  {"type": "talk, "x",}\n]',
    ));
});

suite('fix all on save: thousands of equal mistakes', () => {
  const flow = JSON.stringify(
    { actions: Array.from({ length: 3000 }, () => ({ next_id: '', type: 'answer' })) },
    null,
    1,
  );
  const settings = syntaxAlone;
  test('all missing commas are added', () => assert.equal(save(flow.replaceAll('",\n', '"\n'), settings), flow));
  test('all commas before a bracket are removed', () =>
    assert.equal(save(flow.replaceAll('"answer"', '"answer",'), settings), flow));
});

suite('fix all on save: fixes that are never preferred', () => {
  test('are not asked for', () => {
    const { document } = openFlow('[ { "type": "zzzzzzzzz", "text": "Hello", "language": "en-US" } ]');
    const asked: string[] = [];
    const findings = findingsOf(document.model, {});
    for (const finding of findings) {
      const fixes = () => {
        asked.push(finding.code);
        return [];
      };
      Object.assign(finding, { fixes });
    }
    assert.ok(findings.some(({ code }) => code === 'unknown-action-key'));
    fixAllSure({ document, settings: {}, newId: newIds() });
    assert.ok(!asked.includes('unknown-action-key'), String(asked));
  });
});

suite('fix all of a code', () => {
  test('adds all quotes that are missing in more than a thousand lines', () => {
    const flow = JSON.stringify({ actions: Array.from({ length: 1200 }, () => ({ type: 'answer' })) }, null, 1);
    const { document, text } = openFlow(flow.replaceAll('"type"', 'type"'));
    const host = { document, settings: syntaxAlone, newId: newIds() };
    // What a chosen fix may take is three times this.
    const { edits, left } = fixAllOf('json-syntax', host, waiting.chosen / 3);
    assert.equal(applyEdits(text, edits), flow);
    assert.equal(left, 0);
  });
  test('adds all actions that a pasted flow with new ids lacks, in a few rounds', () => {
    const ids = newIds();
    const goto = () => ({ type: 'goto', option: { target_id: ids(), loop_count: 1 } });
    const { document, text } = openFlow(JSON.stringify({ actions: Array.from({ length: 300 }, goto) }, null, 1));
    const host = { document, settings: {}, newId: newIds() };
    const { edits, left } = fixAllOf('target-dangling', host, 4 * text.length);
    const after = openFlow(applyEdits(text, edits)).document.model;
    assert.deepEqual(
      findingsOf(after, {}).filter(({ code }) => code === 'target-dangling'),
      [],
    );
    assert.equal(after.actions.length, 600);
    assert.equal(left, 0);
  });
});
