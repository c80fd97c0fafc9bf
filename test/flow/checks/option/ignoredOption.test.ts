import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['ignored-option'];

suite('ignored-option', () => {
  test('stands on the name, tells both truths and what does the job', () => {
    checkFindings(
      `[{ "type": "recording_start", "option": { "format": "wav",
            "beep_start": true } }]
//          ^^^^^^^^^^^^ ignored-option: VoIPbin documents \`beep_start\` of \`recording_start\`, but its engine ignores it. Put a \`beep\` action before`,
      { only },
    );
    checkFindings(
      `
[{ "type": "ai_talk", "option": { "duration": 60 } }]
//                                ^^^^^^^^^^ ignored-option: tell the AI in its prompt`,
      { only },
    );
  });

  test('is greyed out and goes away with the quirks of the engine', () => {
    const text = '[{"type":"case_create","option":{"sync":true}}]';
    assert.deepEqual(listFindings(text, { only })[0]?.tags, ['unnecessary']);
    assert.deepEqual(findingsIn(text, { only, engineQuirks: false }), []);
  });

  test('puts a beep before the recording', () => {
    checkFix(
      '[{"type":"recording_start","option":{"format":"wav","beep_start":true}}]',
      'ignored-option',
      '[{ "type": "beep" }, {"type":"recording_start","option":{"format":"wav"}}]',
      'Put a `beep`',
    );
  });

  test('the beep takes over the id, so that jumps meet it', () => {
    checkFix(
      `[
  { "id": "${B}", "type": "answer" },
  { "id": "${A}", "type": "recording_start", "option": { "format": "wav", "beep_start": true } }
]`,
      'ignored-option',
      `[
  { "id": "${B}", "type": "answer" },
  { "id": "${A}", "type": "beep" },
  { "id": "99999999-0000-4000-8000-000000000001", "type": "recording_start", "option": { "format": "wav" } }
]`,
    );
  });

  test('only a wish for a tone brings one', () => {
    const text = '[{"type":"recording_start","option":{"format":"wav","beep_start":false}}]';
    assert.deepEqual(fixTitles(text, 'ignored-option'), ['Remove `beep_start`']);
  });

  test('of a single action nothing can stand before it: the option is only removed', () => {
    const text = '{"type":"recording_start","option":{"beep_start":true,"format":"wav"}}';
    checkFix(text, 'ignored-option', '{"type":"recording_start","option":{"format":"wav"}}');
    assert.deepEqual(fixTitles(text, 'ignored-option'), ['Remove `beep_start`']);
  });
});
