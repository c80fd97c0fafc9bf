import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, findingsIn } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['endless-loop', 'self-target', 'retry-without-limit', 'caller-dropped'];
const set = '"type": "variable_set", "option": { "key": "a", "value": "b" }';
const quiet = (text: string, options = {}) =>
  assert.deepEqual(findingsIn(text, { only: ['endless-loop'], ...options }), [], text);

suite('endless-loop', () => {
  test('stands on the reference that closes it, and on nothing else', () => {
    checkFindings(
      `[ { "type": "answer" },
      { "id": "${A}", ${set} },
      { "type": "webhook_send", "next_id":
        "${A}" } ]
    //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ endless-loop: leads back to action 2 (
      `,
      { only },
    );
  });

  test('a default, a false target beside a true way into the loop, an action that names itself', () => {
    const found = (text: string) => assert.deepEqual(findingsIn(text, { only }), [`endless-loop on "${A}"`], text);
    found(`[ { "id": "${A}", ${set} }, { "type": "branch", "option": { "default_target_id": "${A}" } } ]`);
    found(`[ { "id": "${A}", ${set}, "next_id": "${A}" } ]`);
    found(
      `[ { "id": "${A}", ${set} }, { "type": "condition_variable", "next_id": "${B}", "option": { "false_target_id": "${B}" } }, { "id": "${B}", ${set}, "next_id": "${A}" } ]`,
    );
  });

  test('what no call runs waits for nothing', () => {
    const talk = '"type": "talk", "option": { "text": "Hi", "language": "en-US" }';
    const text = `[ { "id": "${A}", ${set} }, { ${talk}, "next_id": "${A}" } ]`;
    quiet(text);
    assert.equal(findingsIn(text, { only: ['endless-loop'], flowTrigger: 'api' }).length, 1);
    assert.equal(findingsIn(text.replace('"Hi",', '"Hi", "async": true,'), { only: ['endless-loop'] }).length, 1);
  });

  test('not where something waits, nor where there is a way out', () => {
    for (const type of ['talk', 'sleep', 'digits_receive', 'connect', 'fetch', 'play'])
      quiet(`[ { "id": "${A}", "type": "${type}" }, { ${set}, "next_id": "${A}" } ]`);
    quiet(`[ { "id": "${A}", ${set} }, { "type": "goto", "option": { "target_id": "${A}", "loop_count": 3 } } ]`);
    quiet(`[ { "id": "${A}", ${set} }, { "type": "condition_variable", "option": { "false_target_id": "${A}" } } ]`);
    quiet(`[ { "id": "${A}", ${set} }, { "type": "branch", "option": { "target_ids": { "1": "${A}" } } } ]`);
    quiet(
      `[ { "id": "${A}", ${set} }, { "type": "branch", "option": { "default_target_id": "\${x}", "target_ids": { "1": "${A}" } } } ]`,
    );
    quiet(`[ { "id": "${A}", "type": "fetch_flow" }, { ${set}, "next_id": "${A}" } ]`);
  });

  test('not where no way leads, nor in a text with a hole', () => {
    quiet(`[ { "type": "hangup" }, { "id": "${A}", ${set}, "next_id": "${A}" } ]`);
    quiet(`[ { "id": "${A}", ${set}, "next_id": "${A}" }, { "type": ]`);
  });
});
