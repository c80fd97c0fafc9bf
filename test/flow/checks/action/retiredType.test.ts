import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { retiredTypes } from '../../../../flow/catalog';
import { checkFindings, checkFix, findingsIn } from '../../../support/findings';

const only = ['unknown-type', 'retired-type'];
const code = 'retired-type';

suite('retired-type', () => {
  test('an old name with its successor', () => {
    checkFindings(
      `[
  { "type": "dtmf_receive", "option": {} },
  //        ^^^^^^^^^^^^^^ retired-type: is the old name of \`digits_receive\`
  { "type": "digits_receive", "option": {} }
]`,
      { only },
    );
  });

  test('every old name', () => {
    assert.ok(retiredTypes.size > 5);
    for (const name of retiredTypes.keys()) {
      assert.deepEqual(findingsIn(`[ { "type": "${name}" } ]`, { only }), [`retired-type on "${name}"`]);
    }
  });

  test('fix: the new name', () => {
    checkFix('[ { "type": "record_stop" } ]', code, '[ { "type": "recording_stop" } ]', 'Write `recording_stop`');
  });
});
