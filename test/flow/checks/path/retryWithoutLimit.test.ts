import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, findingsIn } from '../../../support/findings';
import { A, B, C } from '../../../support/ids';

const code = 'retry-without-limit';
const talk = '"type": "talk", "option": { "text": "Press 1.", "language": "en-US" }';
const receive = '{ "type": "digits_receive", "option": { "duration": 5000, "length": 1 } }';
const branch = (more: string) => `{ "type": "branch", "option": { ${more} } }`;
const end = `{ "id": "${B}", "type": "hangup" }`;
const found = (text: string) => findingsIn(text, { only: [code] });

suite('retry-without-limit', () => {
  test('a menu whose default leads back', () => {
    checkFindings(
      `[ { "id": "${A}", ${talk} }, ${receive},
      { "type": "branch", "option": { "target_ids": { "1": "${B}" }, "default_target_id":
        "${A}" } },
    //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ retry-without-limit: After about 33 rounds
      ${end} ]`,
      { only: [code] },
    );
  });

  test('a next_id, a false target, a case for nothing pressed', () => {
    const wrong = `{ "id": "${C}", ${talk.replace('Press 1.', 'Wrong.')}, "next_id": "${A}" }`;
    for (const text of [
      `[ { "id": "${A}", ${talk} }, ${receive}, ${branch(`"target_ids": { "1": "${B}" }, "default_target_id": "${C}"`)}, ${wrong}, ${end} ]`,
      `[ { "id": "${A}", ${talk} }, { "type": "condition_datetime", "option": { "false_target_id": "${A}" } } ]`,
      `[ { "id": "${A}", ${talk} }, ${branch(`"target_ids": { "": "${A}" }, "default_target_id": "${B}"`)}, ${end} ]`,
    ])
      assert.deepEqual(found(text), [`${code} on "${A}"`], text);
  });

  test('each action that is led back to, once', () => {
    const second = `{ "id": "${C}", ${talk} }, ${branch(`"target_ids": { "1": "${B}" }, "default_target_id": "${C}"`)}`;
    const first = `{ "id": "${A}", ${talk} }, ${branch(`"target_ids": { "1": "${C}" }, "default_target_id": "${A}"`)}`;
    assert.deepEqual(found(`[ ${first}, ${second}, ${end} ]`), [`${code} on "${A}"`, `${code} on "${C}"`]);
  });

  test('not where the caller asks for it by a key', () => {
    assert.deepEqual(
      found(
        `[ { "id": "${A}", ${talk} }, ${receive}, ${branch(`"target_ids": { "9": "${A}" }, "default_target_id": "${B}"`)}, ${end} ]`,
      ),
      [],
    );
  });

  test('a new call cannot count in a variable that the flow around replaces', () => {
    const set = '{ "type": "variable_set", "option": { "key": "tries", "value": "${tries}x" } }';
    const test_ = `{ "type": "condition_variable", "next_id": "${B}", "option": { "variable": "\${tries}", "condition": ">", "value_type": "length", "value_length": 3, "false_target_id": "${A}" } }`;
    const list = `[ { "id": "${A}", ${talk} }, ${set}, ${test_}, ${end} ]`;
    assert.deepEqual(found(list), []);
    assert.deepEqual(found(`[ { "type": "call", "option": { "actions": ${list} } } ]`), [`${code} on "${A}"`]);
  });

  test('not where something counts, or may', () => {
    const set = '{ "type": "variable_set", "option": { "key": "tries", "value": "${tries}x" } }';
    const test_ = `{ "type": "condition_variable", "next_id": "${B}", "option": { "variable": "\${tries}", "condition": ">", "value_type": "length", "value_length": 3, "false_target_id": "${A}" } }`;
    assert.deepEqual(found(`[ { "id": "${A}", ${talk} }, ${set}, ${test_}, ${end} ]`), []);
    assert.deepEqual(found(`[ { "id": "${A}", ${talk} }, ${test_}, ${end} ]`), [`${code} on "${A}"`]);
    assert.deepEqual(
      found(`[ { "id": "${A}", ${talk} }, { "type": "goto", "option": { "target_id": "${A}", "loop_count": 3 } } ]`),
      [],
    );
    assert.deepEqual(found(`[ { "id": "${A}", "type": "fetch_flow" }, ${test_}, ${end} ]`), []);
  });

  test('not where there is no way out: that is said otherwise', () => {
    assert.deepEqual(found(`[ { "id": "${A}", ${talk} }, { "type": "sleep", "next_id": "${A}" } ]`), []);
    assert.deepEqual(found(`[ { "id": "${A}", ${talk.replace('"type"', `"next_id": "${A}", "type"`)} } ]`), []);
  });
});
