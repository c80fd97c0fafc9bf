import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';

const only = ['removed-option'];

suite('removed-option', () => {
  test('stands on the name and tells what does the job', () => {
    checkFindings(
      `[{ "type": "talk", "option": { "text": "Hello", "language": "en-US",
            "gender": "female" } }]
//          ^^^^^^^^ removed-option: \`gender\` has no effect any more. VoIPbin no longer reads it. Choose the voice with \`voice_id\``,
      { only },
    );
  });

  test('is greyed out, and any case of letters is the same name', () => {
    const [finding] = listFindings('[{"type":"talk","option":{"Gender":"male"}}]', { only });
    assert.deepEqual(finding?.tags, ['unnecessary']);
  });

  test('an old name with a successor is unknown-option', () => {
    assert.deepEqual(findingsIn('[{"type":"talk","option":{"voice":"x"}}]', { only: [...only, 'unknown-option'] }), [
      'unknown-option on "voice"',
    ]);
  });

  test('is of its own type only, and no matter of addresses', () => {
    assert.deepEqual(findingsIn('[{"type":"sleep","option":{"gender":"x"}}]', { only }), []);
    const text = '[{"type":"connect","option":{"source":{"gender":"x"},"destinations":[]}}]';
    assert.deepEqual(findingsIn(text, { only }), []);
  });

  test('names that every object has were never options', () => {
    const all = ['constructor', '__proto__', 'toString'].map((name) => `"${name}":1`).join();
    assert.deepEqual(findingsIn(`[{"type":"talk","option":{${all}}}]`, { only }), []);
  });

  test('is removed, comments on other lines stay', () => {
    checkFix(
      `[{ "type": "talk", "option": {
  // spoken after hours
  "text": "Hello",
  "gender": "female",
  "language": "en-US"
} }]`,
      'removed-option',
      `[{ "type": "talk", "option": {
  // spoken after hours
  "text": "Hello",
  "language": "en-US"
} }]`,
      'Remove `gender`',
      { jsonc: true },
    );
  });
});
