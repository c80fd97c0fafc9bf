import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';

const only = ['condition-operator', 'option-value', 'option-required'];
const text = (condition: unknown, type = 'condition_datetime') =>
  `[{"type":"${type}","option":{"condition":${JSON.stringify(condition)}}}]`;
const found = (condition: unknown, type?: string) =>
  findingsIn(text(condition, type), { only: ['condition-operator'] });

suite('condition-operator', () => {
  test('stands on the value, alone', () => {
    checkFindings(
      `
[{ "type": "condition_variable", "option": { "variable": "\${a}", "value_type": "string",
      "false_target_id": "\${b}", "condition": "equals" } }]
//                                            ^^^^^^^^ condition-operator: VoIPbin does not know the comparison "equals". The test is always false, and the flow jumps to \`false_target_id\`. Write "==".`,
      { only },
    );
    checkFindings(
      `
[{ "type": "condition_datetime", "option": { "hour": 9, "minute": -1,
      "false_target_id": "\${b}", "condition": "between" } }]
//                                            ^^^^^^^^^ condition-operator: Write "==", "!=", ">", ">=", "<" or "<=".`,
      { only },
    );
  });

  test('the six operators and variables are fine; none at all is another matter', () => {
    for (const operator of ['==', '!=', '>', '>=', '<', '<=', '${operator}', '', null]) {
      assert.deepEqual(found(operator), []);
      assert.deepEqual(found(operator, 'condition_variable'), []);
    }
    assert.deepEqual(found('== '), ['condition-operator on "== "']);
  });

  test('writes what the word means', () => {
    for (const [word, operator] of [
      ['=', '=='],
      ['EQ', '=='],
      ['<>', '!='],
      ['gte', '>='],
      ['less', '<'],
      ['=>', '>='],
      [' <= ', '<='],
    ])
      checkFix(text(word), 'condition-operator', text(operator));
  });

  test('offers all six', () => {
    assert.equal(fixTitles(text('between'), 'condition-operator').length, 6);
  });
});
