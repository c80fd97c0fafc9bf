import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { CheckSettings } from '../../../flow/checks/checkFlow';
import { diagnostics } from '../../../server/features/diagnostics';
import { openFlow } from '../../support/openFlow';

/** Asserts what is wrong, as "severity code on «text»", in order of the text. */
function checkDiagnostics(text: string, settings: CheckSettings, ...expected: string[]): void {
  const { document, at } = openFlow(text);
  const names = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' };
  const found = diagnostics(document, settings).map(
    ({ severity, code, range }) => `${severity ? names[severity] : '?'} ${code} on ${at(range)}`,
  );
  assert.deepEqual(found, expected);
}

const twice = '[\r\n\t{"type": "hangup", "option": {}, /* 😀 */ "type": "answer"}\r\n]';

suite('diagnostics', () => {
  test('stand on what is wrong', () =>
    checkDiagnostics(twice, {}, 'warning duplicate-key on "type"', 'error json-syntax on /* 😀 */'));
  test('have the severity of the settings', () =>
    checkDiagnostics(
      twice,
      { severities: { 'duplicate-key': 'hint', 'json-syntax': 'off' } },
      'hint duplicate-key on "type"',
    ));
  test('of a correct flow are none', () => checkDiagnostics('[{"type": "answer"}]', {}));
  test('tell their source, where their story is, and what else has to do with it', () => {
    const { document, at } = openFlow(twice);
    const [found] = diagnostics(document, {});
    assert.equal(found?.source, 'voipbin');
    assert.equal(found.code, 'duplicate-key');
    assert.equal(
      found.codeDescription?.href,
      'https://github.com/voipbin/voipbin-flow/blob/main/docs/checks.md#duplicate-key',
    );
    assert.equal(found.severity, DiagnosticSeverity.Warning);
    assert.deepEqual(found.tags, [DiagnosticTag.Unnecessary]);
    const [related] = found.relatedInformation ?? [];
    assert.equal(related?.location.uri, document.uri);
    assert.equal(related.location.range.start.character, 43);
    assert.equal(at(related.location.range), '"type"');
    assert.ok(related.message.length > 0);
  });
  test('leave out what is empty', () => {
    const { document } = openFlow('[{"type": "answer"},]');
    const [found] = diagnostics(document, {});
    assert.equal(found?.code, 'json-syntax');
    assert.ok(!('tags' in found) && !('relatedInformation' in found) && !('data' in found));
  });
  test('follow the settings on the same version of a text', () => {
    const { document } = openFlow('[{"type": "answer"},]');
    assert.equal(diagnostics(document, {}).length, 1);
    assert.equal(diagnostics(document, { severities: { 'json-syntax': 'off' } }).length, 0);
    assert.equal(diagnostics(document, {}).length, 1);
  });
});
