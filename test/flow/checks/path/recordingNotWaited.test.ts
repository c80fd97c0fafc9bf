import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A } from '../../../support/ids';

const code = 'recording-not-waited';
const only = [code];
const start = '{ "type": "recording_start", "option": { "format": "wav", "duration": 60 } }';
const talk = '{ "type": "talk", "option": { "text": "Thank you.", "language": "en-US" } }';
const end = '{ "type": "hangup" }';
const found = (...actions: string[]) => findingsIn(`[ ${actions.join(', ')} ]`, { only });

suite('recording-not-waited', () => {
  test('straight on to the end, or to a text and the end', () => {
    checkFindings(
      `[ { "type":
           "recording_start" },
    //     ^^^^^^^^^^^^^^^^^ recording-not-waited: the caller has no time to speak
      ${talk}, ${end} ]`,
      { only },
    );
    for (const rest of [[], [end], ['{ "type": "stop" }'], [talk], ['{ "type": "recording_stop" }', talk, end]])
      assert.deepEqual(found(start, ...rest), [`${code} on "recording_start"`], rest.join());
  });

  test('not where something takes its time, as when a whole call is recorded', () => {
    for (const type of ['sleep', 'connect', 'queue_join', 'digits_receive', 'conference_join', 'ai_talk', 'echo'])
      assert.deepEqual(found(start, talk, `{ "type": "${type}" }`, end), [], type);
  });

  test('not where the way parts, leads elsewhere or goes round', () => {
    const test_ = `{ "type": "condition_datetime", "option": { "false_target_id": "${A}" } }`;
    assert.deepEqual(found(start, test_, `{ "id": "${A}", "type": "hangup" }`), []);
    assert.deepEqual(found(start, '{ "type": "fetch_flow" }', end), []);
    assert.deepEqual(
      found(`{ "id": "${A}", "type": "recording_start" }`, talk.replace('{ ', `{ "next_id": "${A}", `)),
      [],
    );
    assert.deepEqual(findingsIn(start, { only }), []);
  });

  test('fix: waits as long as the recording may take', () => {
    const sleep = (duration: number) => `{ "type": "sleep", "option": { "duration": ${duration} } }`;
    checkFix(`[ ${start}, ${end} ]`, code, `[ ${start}, ${sleep(60000)}, ${end} ]`);
    const plain = '{ "type": "recording_start" }';
    checkFix(`[ ${plain}, ${end} ]`, code, `[ ${plain}, ${sleep(30000)}, ${end} ]`);
    const jumping = `[ { "type": "recording_start", "next_id": "${A}" }, { "id": "${A}", "type": "hangup" } ]`;
    assert.deepEqual(fixTitles(jumping, code), []);
  });
});
