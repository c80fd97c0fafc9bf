import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B, C } from '../../../support/ids';

const only = ['deprecated-type'];
const code = 'deprecated-type';
const action = (type: string, option: string) =>
  `[\n  {\n    "id": "${A}",\n    "type": "${type}",\n    "option": {\n${option}\n    },\n    "next_id": "${B}"\n  }\n]`;
const message = (type: string, option: string) => listFindings(action(type, option), { only })[0]?.message ?? '';
const target = `      "false_target_id": "${C}"`;

suite('deprecated-type', () => {
  test('both conditions of calls, as a hint', () => {
    for (const type of ['condition_call_digits', 'condition_call_status']) {
      const [finding] = listFindings(action(type, target), { only });
      assert.deepEqual([finding?.severity, finding?.tags], ['hint', ['deprecated']]);
      assert.deepEqual(findingsIn(action(type, target), { only }), [`deprecated-type on "${type}"`]);
    }
    assert.deepEqual(findingsIn(action('condition_variable', target), { only }), []);
  });

  test('the message tells what the engine makes of a conversion', () => {
    assert.match(message('condition_call_digits', '"key": "1"'), /only when the caller presses exactly these keys/);
    assert.match(message('condition_call_digits', '"key": "1", "length": 2'), /would test the length only/);
    assert.doesNotMatch(message('condition_call_digits', '"length": 2'), /Converted/);
    assert.match(
      message('condition_call_status', '"status": "progressing"'),
      /A `condition_variable` in its place would always be false: nothing sets `voipbin.call.status`/,
    );
  });

  test('fix: the number of digits', () => {
    checkFix(
      action('condition_call_digits', `      "length": 4, // a PIN\n${target}`),
      code,
      action(
        'condition_variable',
        `      "value_length": 4, // a PIN\n${target},\n      "variable": "\${voipbin.call.digits}",\n      "condition": ">=",\n      "value_type": "length"`,
      ),
      'Convert to `condition_variable`',
      { jsonc: true },
    );
  });

  test('fix: a key', () => {
    checkFix(
      action('condition_call_digits', `      "length": 0,\n      "key": "1"`),
      code,
      action(
        'condition_variable',
        `      "variable": "\${voipbin.call.digits}",\n      "value_string": "1",\n      "condition": "==",\n      "value_type": "string"`,
      ),
    );
  });

  test('fix: both', () => {
    checkFix(
      action('condition_call_digits', `${target},\n      "key": "1", // or one\n      "length": 2`),
      code,
      action(
        'condition_variable',
        `${target},\n      "variable": "\${voipbin.call.digits}", // or one\n      "value_length": 2,\n      "condition": ">=",\n      "value_type": "length"`,
      ),
      'Convert to `condition_variable`, without `key`',
      { jsonc: true },
    );
  });

  test('fix: the status', () => {
    checkFix(
      action('condition_call_status', `      "status": "progressing",\n${target}`),
      code,
      action(
        'condition_variable',
        `      "value_string": "progressing",\n${target},\n      "variable": "\${voipbin.call.status}",\n      "condition": "==",\n      "value_type": "string"`,
      ),
    );
  });

  test('in the actions of a call a condition_variable would test the digits of the flow around', () => {
    for (const option of ['"length": 2', '"key": "1"', '"key": "1", "length": 2']) {
      const text = `[ { "type": "call", "option": { "actions": ${action('condition_call_digits', option)} } } ]`;
      assert.match(
        listFindings(text, { only })[0]?.message ?? '',
        /^`condition_call_digits` is deprecated\. Keep it here/,
      );
      assert.deepEqual(fixTitles(text, code), []);
    }
  });

  test('no fix where there is nothing to test', () => {
    assert.deepEqual(fixTitles(action('condition_call_digits', target), code), []);
    assert.deepEqual(fixTitles('[ { "type": "condition_call_status" } ]', code), []);
  });
});
