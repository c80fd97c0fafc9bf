import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, findingsIn } from '../../../support/findings';

const only = ['datetime-operator-reversed'];
const text = (condition: unknown, type = 'condition_datetime') => JSON.stringify([{ type, option: { condition } }]);

suite('datetime-operator-reversed', () => {
  test('stands on the operator and tells both readings', () => {
    checkFindings(
      `
[{ "type": "condition_datetime", "option": { "hour": 9, "minute": -1,
      "condition": ">=" } }]
//                 ^^^^ datetime-operator-reversed: VoIPbin documents that ">=" is true from the given time. In its engine it is true until it. For the documented meaning write "<=".`,
      { only },
    );
  });

  test('the four that order are reversed, equality is not', () => {
    for (const operator of ['<', '<=', '>', '>=']) assert.equal(findingsIn(text(operator), { only }).length, 1);
    for (const operator of ['==', '!=', 'after', '', null, '${x}'])
      assert.deepEqual(findingsIn(text(operator), { only }), []);
  });

  test('variables are compared the right way round', () => {
    assert.deepEqual(findingsIn(text('>=', 'condition_variable'), { only }), []);
  });

  test('goes away with the quirks of the engine', () => {
    assert.deepEqual(findingsIn(text('<'), { only, engineQuirks: false }), []);
  });
});
