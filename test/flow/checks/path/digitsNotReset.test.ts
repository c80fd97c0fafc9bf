import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A, B, C, newId } from '../../../support/ids';

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

  const digits = '"variable": "${voipbin.call.digits}"';
  const asks = (option: string, type = 'condition_variable') =>
    `{ "type": "${type}", "option": { ${option}, "false_target_id": "${B}" } }`;
  const hangup = '{ "type": "hangup" }';
  const again = `{ "id": "${B}", "type": "digits_receive" }`;
  const isText = `${digits}, "value_type": "string", "value_string"`;
  const isLong = `${digits}, "value_type": "length", "value_length"`;

  test('a new call that asks for the digits of the flow around has not emptied its own', () => {
    const empty = asks(`${isText}: "", "condition": "=="`);
    assert.deepEqual(found(receive, empty, receive, again), [`${code} on "digits_receive"`]);
    const placed = `{ "type": "call", "option": { "actions": [ ${receive}, ${empty}, ${receive}, ${again} ] } }`;
    assert.equal(found(placed).length, 2);
  });

  test('no input is asked for again: there are no keys of the first question then', () => {
    for (const condition of [
      asks(`${isText}: "", "condition": "!="`),
      asks(`${isText}: "", "condition": ">"`),
      asks(`${isLong}: 0, "condition": ">"`),
      asks(`${isLong}: 1, "condition": ">="`),
      asks(`${isLong}: 0, "condition": "!="`),
      asks('"length": 1', 'condition_call_digits'),
    ])
      assert.deepEqual(found(receive, condition, hangup, again), [], condition);
    for (const condition of [
      asks(`${isText}: "", "condition": "=="`),
      asks(`${digits}, "value_type": "string", "condition": "<="`),
      asks(`${isLong}: 0, "condition": "=="`),
      asks(`${isLong}: 1, "condition": "<"`),
    ])
      assert.deepEqual(
        found(receive, condition, '{ "type": "digits_receive" }', `{ "id": "${B}", "type": "hangup" }`),
        [],
        condition,
      );
  });

  test('too few keys are asked for again: those of the first question are still there', () => {
    for (const condition of [
      asks(`${isLong}: 4, "condition": ">="`),
      asks(`${isLong}: 1, "condition": ">"`),
      asks(`${isLong}: 0, "condition": "=="`),
      asks(`${isText}: "1", "condition": "=="`),
      asks(`${isText}: "", "condition": "=="`),
      asks(`${isText}: "\${none}", "condition": "!="`),
      asks(`${isText}: "", "condition": "not"`),
      asks('"variable": "${other}", "value_type": "string", "condition": "!="'),
      asks('"length": 2', 'condition_call_digits'),
      asks('"key": "1"', 'condition_call_digits'),
    ])
      assert.equal(found(receive, condition, hangup, again).length, 1, condition);
  });

  const tests = (name: string, rest = '"value_type": "string", "value_string": "", "condition": "!="') =>
    asks(`"variable": "${name}", ${rest}`);
  const sets = (key: string, value: string) =>
    `{ "type": "variable_set", "option": { "key": "${key}", "value": "${value}" } }`;
  const cases = `{ "type": "branch", "option": { "variable": "pin", "default_target_id": "${A}", "target_ids": { "": "${B}" } } }`;

  test('a copy of the keys is empty only where there are none', () => {
    for (const condition of [
      [copy, tests('${pin}')],
      [copy, tests('${pin}', '"value_type": "length", "value_length": 0, "condition": ">"')],
      [copy, sets('code', '${pin}'), sets('pin', 'x'), tests('${code}')],
      [sets('pin', '${order}${voipbin.call.digits}'), tests('${pin}${other}')],
      [copy, sets('other', ''), tests('${pin}')],
      [copy, cases.replace(A, C)],
    ])
      assert.deepEqual(found(receive, ...condition, `{ "id": "${C}", "type": "hangup" }`, again), [], condition.join());
  });

  test('what was copied is not the keys any more', () => {
    for (const condition of [
      [copy, sets('pin', ''), tests('${pin}')],
      [copy, talk, tests('${pin}')],
      [copy, cases, `{ "id": "${A}", "type": "answer" }`, tests('${pin}')],
      [sets('pin', '${order}'), tests('${pin}')],
      [copy, tests('${pin}', '"value_type": "number", "value_number": 0, "condition": ">"')],
      [`{ "type": "answer", "next_id": "${A}" }`, copy, `{ "id": "${A}", "type": "answer" }`, tests('${pin}')],
    ])
      assert.equal(found(receive, ...condition, hangup, again).length, 1, condition.join());
    assert.equal(found(copy, receive, tests('${pin}'), hangup, again).length, 1);
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
