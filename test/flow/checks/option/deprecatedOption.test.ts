import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['deprecated-option'];

suite('deprecated-option', () => {
  test('stands on the name and tells the newer options', () => {
    checkFindings(
      `[{ "type": "ai_talk", "option": {
            "ai_id": "${A}" } }]
//          ^^^^^^^ deprecated-option: \`ai_id\` is deprecated. Use \`assistance_type\``,
      { only },
    );
    const [finding] = listFindings(`[{"type":"ai_task","option":{"ai_id":"${A}"}}]`, { only });
    assert.deepEqual([finding?.severity, finding?.tags], ['hint', ['deprecated']]);
  });

  test('the newer options are fine', () => {
    const text = `[{"type":"ai_talk","option":{"assistance_type":"ai","assistance_id":"${A}"}}]`;
    assert.deepEqual(findingsIn(text, { only }), []);
  });

  test('is written in the newer options', () => {
    checkFix(
      `[{"type":"ai_talk","option":{ "ai_id": "${A}" }}]`,
      'deprecated-option',
      `[{"type":"ai_talk","option":{ "assistance_id": "${A}", "assistance_type": "ai" }}]`,
    );
  });

  test('beside the newer options it is only removed', () => {
    const text = `[{"type":"ai_talk","option":{"ai_id":"${A}","assistance_type":"team","assistance_id":"${B}"}}]`;
    assert.deepEqual(fixTitles(text, 'deprecated-option'), ['Remove `ai_id`']);
    checkFix(
      text,
      'deprecated-option',
      `[{"type":"ai_talk","option":{"assistance_type":"team","assistance_id":"${B}"}}]`,
    );
  });
});
