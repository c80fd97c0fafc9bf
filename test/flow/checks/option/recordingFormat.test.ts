import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn } from '../../../support/findings';

const only = ['recording-format', 'option-value', 'option-required'];
const found = (format: unknown) =>
  findingsIn(JSON.stringify([{ type: 'recording_start', option: { format } }]), { only });

suite('recording-format', () => {
  test('stands on the value, alone, and tells both truths', () => {
    checkFindings(
      `
[{ "type": "recording_start", "option": {
      "format": "mp3" } }]
//              ^^^^^ recording-format: VoIPbin documents formats other than "wav", but its engine supports none of them`,
      { only },
    );
  });

  test('wav and a variable are fine; no format at all is another matter', () => {
    assert.deepEqual(found('wav'), []);
    assert.deepEqual(found('${format}'), []);
    assert.deepEqual(found(''), []);
    assert.deepEqual(found(3), []);
    assert.deepEqual(found('WAV'), ['recording-format on "WAV"']);
    assert.deepEqual(findingsIn('[{"type":"recording_start","option":{}}]', { only }), ['option-required on "option"']);
  });

  test('the format of another type is not meant', () => {
    assert.deepEqual(
      findingsIn('[{"type":"external_media_start","option":{"format":"ogg"}}]', { only: ['recording-format'] }),
      [],
    );
  });

  test('goes away with the quirks of the engine, and takes the general finding with it', () => {
    const text = '[{"type":"recording_start","option":{"format":"mp3"}}]';
    assert.deepEqual(findingsIn(text, { only, engineQuirks: false }), []);
  });

  test('becomes wav', () => {
    checkFix(
      '[{"type":"recording_start","option":{"format":"ogg","duration":60}}]',
      'recording-format',
      '[{"type":"recording_start","option":{"format":"wav","duration":60}}]',
    );
  });
});
