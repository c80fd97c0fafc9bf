import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn } from '../../../support/findings';

const only = ['option-range'];
const found = (type: string, option: unknown) => findingsIn(JSON.stringify([{ type, option }]), { only });

suite('option-range', () => {
  test('stands on the number and tells the range', () => {
    checkFindings(
      `[{ "type": "digits_send", "option": { "digits": "1",
            "duration": 50,
//                      ^^ option-range: \`duration\` of \`digits_send\` is 100 to 1000 ms
            "interval": 6000 } }]
//                      ^^^^ option-range: Write 5000.`,
      { only },
    );
  });

  test('the bounds themselves are fine', () => {
    assert.deepEqual(found('digits_send', { digits: '1', duration: 100, interval: 5000 }), []);
    assert.deepEqual(found('digits_receive', { duration: 0, length: 0 }), []);
    assert.deepEqual(found('condition_datetime', { hour: -1, minute: 59, month: 12 }), []);
  });

  test('numbers beyond are not', () => {
    assert.deepEqual(found('sleep', { duration: -5 }), ['option-range on -5']);
    assert.deepEqual(found('condition_datetime', { hour: 24, minute: -2 }), [
      'option-range on 24',
      'option-range on -2',
    ]);
  });

  test('the length of a text is another matter', () => {
    assert.deepEqual(found('digits_send', { digits: '1'.repeat(101) }), []);
  });

  test('takes the nearest number of the range', () => {
    checkFix(
      '[{"type":"digits_send","option":{"digits":"1","duration":20}}]',
      'option-range',
      '[{"type":"digits_send","option":{"digits":"1","duration":100}}]',
      'Change to 100',
    );
    checkFix(
      '[{"type":"condition_datetime","option":{"hour":30}}]',
      'option-range',
      '[{"type":"condition_datetime","option":{"hour":23}}]',
    );
  });
});
