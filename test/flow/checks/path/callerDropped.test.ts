import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, findingsIn, listFindings } from '../../../support/findings';
import { A, B, NOWHERE } from '../../../support/ids';

const code = 'caller-dropped';
const only = [code];
const talk = '{ "type": "talk", "option": { "text": "Press 1.", "language": "en-US" } }';
const receive = '{ "type": "digits_receive", "option": { "duration": 5000, "length": 1 } }';
const end = `{ "id": "${B}", "type": "hangup" }`;
const found = (text: string, options = {}) => findingsIn(text, { only, ...options });
const messageOf = (text: string) => listFindings(text, { only })[0]?.message ?? '';

suite('caller-dropped', () => {
  test('a branch without a default, with the shortest way', () => {
    checkFindings(
      `[ ${talk}, ${receive}, { "type": "branch", "option": { "default_target_id": "${B}", "target_ids": { "1": "${A}" } } }, ${end},
      { "id": "${A}", "type": "digits_receive" }, { "option": { "target_ids": { "1": "${B}" } }, "type":
        "branch" } ]
    //  ^^^^^^^^ caller-dropped: the value can fit no case, and there is no default. Shortest way: "1" at action 3.
      `,
      { only },
    );
    assert.match(
      messageOf(`[ { "type": "branch", "option": { "target_ids": { "1": "${B}" } } }, ${end} ]`),
      /there is no default\. End the way/,
    );
  });

  test('a target that cannot be found, or is missing', () => {
    for (const id of [NOWHERE, 'menu'])
      assert.match(
        messageOf(
          `[ { "type": "branch", "option": { "default_target_id": "${B}", "target_ids": { "2": "${id}" } } }, ${end} ]`,
        ),
        /the target of the case "2" cannot be found/,
      );
    assert.match(messageOf('[ { "type": "condition_variable", "option": {} } ]'), /the target of `false` is missing/);
    assert.deepEqual(found('[ { "type": "goto", "option": { "loop_count": 2 } } ]'), [`${code} on "goto"`]);
  });

  test('a loop that waits and has no way out, where it closes', () => {
    const music = (more: string) =>
      `[ { "id": "${A}", "type": "play" }, { "type": "sleep", "next_id": "${A}" ${more} } ]`;
    assert.deepEqual(found(music('')), [`${code} on "sleep"`]);
    assert.match(messageOf(music('')), /no way leads out of the loop.*after 101 actions/);
  });

  test('not where the flow runs without a call', () => {
    const list = `[ { "type": "branch", "option": { "target_ids": { "1": "${B}" } } }, ${end} ]`;
    assert.deepEqual(found(`{ "variables": {}, "actions": ${list} }`), []);
    assert.deepEqual(found(list, { flowTrigger: 'api' }), []);
    assert.deepEqual(found(list, { flowTrigger: 'call' }), [`${code} on "branch"`]);
    const loop = `[ { "id": "${A}", "type": "webhook_send" }, { "type": "block", "next_id": "${A}" } ]`;
    assert.deepEqual(found(loop, { flowTrigger: 'api' }), []);
  });

  test('not where the flow ends as the author wants', () => {
    assert.deepEqual(found(`[ ${talk}, ${receive}, ${end} ]`), []);
    assert.deepEqual(found(`[ { "type": "branch", "option": { "default_target_id": "${B}" } }, ${end} ]`), []);
    assert.deepEqual(
      found(`[ { "type": "condition_variable", "option": { "false_target_id": "${B}" } }, ${end} ]`),
      [],
    );
    assert.deepEqual(found('[ { "type": "goto", "option": {} } ]'), []);
    assert.deepEqual(found('[ { "type": "branch", "option": { "default_target_id": "${menu}" } } ]'), []);
  });

  test('not where a text was spoken directly before, nor where no way leads', () => {
    const broken = `{ "type": "branch", "option": { "variable": "order", "target_ids": { "1": "${B}" } } }`;
    assert.deepEqual(found(`[ ${talk}, ${broken}, ${end} ]`), []);
    assert.deepEqual(found(`[ ${talk}, ${receive}, ${broken}, ${end} ]`), [`${code} on "branch"`]);
    assert.deepEqual(found(`[ ${end}, ${broken} ]`), []);
    assert.deepEqual(found(broken), []);
  });

  test('a text that asks for keys is not a goodbye', () => {
    const menu = `{ "type": "branch", "option": { "target_ids": { "1": "${B}" } } }`;
    assert.deepEqual(found(`[ ${talk}, ${menu}, ${end} ]`), [`${code} on "branch"`]);
    assert.deepEqual(
      found(`[ ${talk}, ${menu.replace('{ "target', `{ "default_target_id": "${B}", "target`)}, ${end} ]`),
      [],
    );
  });

  test('a branch without a default goes on as documented, where only that counts', () => {
    const text = `[ { "type": "branch", "option": { "target_ids": { "1": "${B}" } } }, ${end} ]`;
    assert.deepEqual(found(text, { engineQuirks: false }), []);
    assert.deepEqual(found(text), [`${code} on "branch"`]);
  });
});
