import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['digits-characters'];
const found = (type: string, option: unknown) => findingsIn(JSON.stringify([{ type, option }]), { only });

suite('digits-characters', () => {
  test('stands on the value and names the character', () => {
    checkFindings(
      `
[{ "type": "digits_send", "option": {
      "digits": "12 34" } }]
//              ^^^^^^^ digits-characters: " " in \`digits\` is not a telephone key: no tone can be sent for it.`,
      { only },
    );
    checkFindings(
      `
[{ "type": "digits_receive", "option": { "duration": 5000,
      "key": "enter" } }]
//           ^^^^^^^ digits-characters: "e" in \`key\` is not a telephone key: no caller can press it.`,
      { only },
    );
  });

  test('all keys are fine, lower-case letters are none', () => {
    assert.deepEqual(found('digits_send', { digits: '0123456789ABCD*#' }), []);
    assert.deepEqual(found('digits_receive', { duration: 5000, key: '#*' }), []);
    assert.deepEqual(found('digits_receive', { duration: 5000, key: '' }), []);
    assert.deepEqual(found('digits_send', { digits: 'a' }), ['digits-characters on "a"']);
  });

  test('a variable is exempt, what stands around it is not', () => {
    assert.deepEqual(found('digits_send', { digits: '1${pin}#' }), []);
    assert.deepEqual(found('digits_send', { digits: '1,${pin}' }), ['digits-characters on "1,${pin}"']);
  });

  test('at most a hundred keys are sent; a variable counts for none', () => {
    assert.deepEqual(found('digits_send', { digits: '1'.repeat(100) }), []);
    assert.deepEqual(found('digits_send', { digits: `${'1'.repeat(100)}\${more}` }), []);
    const text = JSON.stringify([{ type: 'digits_send', option: { digits: '1'.repeat(101) } }]);
    assert.match(listFindings(text, { only })[0]?.message ?? '', /has 101 keys, and VoIPbin documents at most 100/);
    assert.deepEqual(fixTitles(text, 'digits-characters'), []);
  });

  test('the keys of a condition are another matter', () => {
    assert.deepEqual(found('condition_call_digits', { key: 'x' }), []);
  });

  test('takes the other characters out', () => {
    checkFix(
      '[{"type":"digits_send","option":{"digits":"1-2 b,3"}}]',
      'digits-characters',
      '[{"type":"digits_send","option":{"digits":"12B3"}}]',
      'Change to "12B3"',
    );
    assert.deepEqual(fixTitles('[{"type":"digits_send","option":{"digits":"1,${pin}"}}]', 'digits-characters'), []);
    assert.deepEqual(fixTitles('[{"type":"digits_receive","option":{"key":"?"}}]', 'digits-characters'), []);
  });
});
