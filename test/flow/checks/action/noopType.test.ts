import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['noop-type'];
const code = 'noop-type';

suite('noop-type', () => {
  test('types that are documented and not implemented', () => {
    assert.deepEqual(
      findingsIn('[ { "type": "mute" }, { "type": "transcribe_stop" }, { "type": "echo" } ]', { only }),
      ['noop-type on "mute"', 'noop-type on "transcribe_stop"'],
    );
  });

  test('the message tells what is documented and what happens', () => {
    const message = listFindings('{ "type": "mute" }', { only })[0]?.message ?? '';
    assert.match(message, /`mute` does nothing\. VoIPbin documents: .* In fact: VoIPbin skips it/);
  });

  test('fix: removes the action', () => {
    checkFix(
      `[\n  { "type": "answer" },\n  { "type": "mute", "id": "${A}" },\n  { "type": "stop" }\n]`,
      code,
      '[\n  { "type": "answer" },\n  { "type": "stop" }\n]',
      'Remove the `mute`',
    );
  });

  test('no fix where something leads to it, where it leads on, and where it stands alone', () => {
    for (const text of [
      `[ { "type": "mute", "id": "${A}" }, { "type": "goto", "option": { "target_id": "${A}" } } ]`,
      `[ { "type": "mute", "next_id": "${B}" }, { "type": "stop", "id": "${B}" } ]`,
      '{ "type": "mute" }',
    ]) {
      assert.deepEqual(fixTitles(text, code), [], text);
    }
  });
});
