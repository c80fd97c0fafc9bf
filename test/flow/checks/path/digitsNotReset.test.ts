import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';
import { newId } from '../../../support/refactored';

const code = 'digits-not-reset';
const only = [code];
const talk = '{ "type": "talk", "option": { "text": "And now?", "language": "en-US" } }';
const receive = '{ "type": "digits_receive", "option": { "duration": 5000, "length": 4 } }';
const copy = '{ "type": "variable_set", "option": { "key": "pin", "value": "${voipbin.call.digits}" } }';
const reset = (value = '""') =>
  `{ "type": "variable_set", "option": { "key": "voipbin.call.digits", "value": ${value} } }`;
const found = (...actions: string[]) => findingsIn(`[ ${actions.join(', ')} ]`, { only });

suite('digits-not-reset', () => {
  test('a second question begins with the keys of the first', () => {
    checkFindings(
      `[ ${receive}, ${copy}, ${talk},
      { "option": { "duration": 5000 }, "type": "digits_receive" }
    //                                          ^^^^^^^^^^^^^^^^ digits-not-reset: begins with the keys of action 1
      ]`,
      { only },
    );
    const [finding] = listFindings(`[ ${receive}, ${receive} ]`, { only });
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding?.related.length, 1);
  });

  test('a loop that comes back to the same one', () => {
    const text = `[ { "id": "${A}", "type": "digits_receive" }, { "type": "condition_variable", "option": { "variable": "\${voipbin.call.digits}", "false_target_id": "${A}" } } ]`;
    assert.match(listFindings(text, { only })[0]?.message ?? '', /its own keys of the previous round/);
  });

  test('only one of two ways resets', () => {
    const choose = `{ "type": "condition_variable", "option": { "false_target_id": "${B}" } }`;
    const second = `{ "id": "${B}", "type": "digits_receive" }`;
    assert.equal(found(receive, choose, reset(), second).length, 1);
    assert.deepEqual(found(receive, choose, reset(), `{ "id": "${B}", "type": "hangup" }`), []);
    assert.deepEqual(found(receive, reset(), choose, talk, second), []);
  });

  test('not where a branch or a variable_set empties it, or where it is set anew', () => {
    const branch = `{ "type": "branch", "option": { "default_target_id": "${A}", "target_ids": { "1": "${A}" } } }`;
    assert.deepEqual(found(receive, branch, `{ "id": "${A}", "type": "digits_receive" }`), []);
    assert.deepEqual(found(receive, reset(), receive), []);
    assert.deepEqual(found(receive, reset('null'), receive), []);
    assert.deepEqual(found(receive, reset('"0"'), receive), []);
    assert.equal(found(receive, reset('"${voipbin.call.digits}"'), receive).length, 1);
    assert.equal(
      found(
        receive,
        branch.replace('"option": {', '"option": { "variable": "order",'),
        `{ "id": "${A}", "type": "digits_receive" }`,
      ).length,
      1,
    );
  });

  test('not behind what may empty it unseen, nor where the call is another one', () => {
    for (const type of ['fetch_flow', 'fetch', 'queue_join', 'ai_talk'])
      assert.deepEqual(found(receive, `{ "type": "${type}" }`, receive), [], type);
    assert.deepEqual(found(receive, `{ "type": "call", "option": { "actions": [ ${receive} ] } }`), []);
    assert.equal(found(`{ "type": "call", "option": { "actions": [ ${receive}, ${receive} ] } }`).length, 1);
    assert.deepEqual(found(receive, '{ "type": "hangup" }', receive), []);
    assert.deepEqual(findingsIn(`{ "webhook_uri": "x", "actions": [ ${receive}, ${receive} ] }`, { only }), []);
  });

  test('fix: empties it in front, on every way', () => {
    checkFix(
      `[ ${receive}, ${receive} ]`,
      code,
      `[ ${receive}, { "type": "variable_set", "option": { "key": "voipbin.call.digits", "value": "" } }, ${receive} ]`,
    );
    const loop = (first: string, next: string) =>
      `[ ${first}{ "id": "${A}", "type": "digits_receive" }, { "type": "sleep", "next_id": "${next}" } ]`;
    checkFix(
      loop('', A),
      code,
      loop(
        `{ "id": "${newId(1)}", "type": "variable_set", "option": { "key": "voipbin.call.digits", "value": "" } }, `,
        newId(1),
      ),
    );
  });
});
