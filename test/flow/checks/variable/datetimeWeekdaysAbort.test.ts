import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn } from '../../../support/findings';

const only = ['datetime-weekdays-abort'];
const found = (weekdays: unknown) =>
  findingsIn(JSON.stringify([{ type: 'condition_datetime', option: { weekdays } }]), { only }).length;

suite('datetime-weekdays-abort', () => {
  test('stands on the list and tells both truths', () => {
    checkFindings(
      `
[{ "type": "condition_datetime", "option": {
      "weekdays": [1, 2, 3, 4, 5] } }]
//    ^^^^^^^^^^ datetime-weekdays-abort: VoIPbin documents \`weekdays\`, but its engine fails on it. Any day in the list stops the flow and drops the call.`,
      { only },
    );
  });

  test('an empty list, null and none do no harm', () => {
    assert.deepEqual([found([]), found(null), found(undefined), found('1')], [0, 0, 0, 0]);
    assert.equal(found([0]), 1);
  });

  test('goes away with the quirks of the engine', () => {
    const text = '[{"type":"condition_datetime","option":{"weekdays":[1]}}]';
    assert.deepEqual(findingsIn(text, { only, engineQuirks: false }), []);
  });

  test('is removed', () => {
    checkFix(
      '[{"type":"condition_datetime","option":{"hour": -1, "weekdays": [1], "minute": -1}}]',
      'datetime-weekdays-abort',
      '[{"type":"condition_datetime","option":{"hour": -1, "minute": -1}}]',
    );
  });
});
