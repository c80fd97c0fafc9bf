import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { guessAddress, guessAddressType } from '../../../../flow/checks/address/guessAddress';
import { normalizeNumber } from '../../../../flow/checks/address/normalizeNumber';
import { A } from '../../../support/ids';

suite('guessing addresses', () => {
  test('by what the text looks like', () => {
    assert.deepEqual(
      ['+15550100002', 'a@example.com', A, '2001', 'reception', '5550100002', ''].map((text) => guessAddressType(text)),
      ['tel', 'sip', 'agent', 'extension', undefined, undefined, undefined],
    );
  });

  test('by who is to be reached', () => {
    assert.equal(guessAddressType('a@example.com', 'email_send'), 'email');
    assert.equal(guessAddressType('2001', 'message_send'), undefined);
    assert.equal(guessAddressType(A, 'email_send'), undefined);
    assert.equal(guessAddressType('a@example.com', 'message_send'), undefined);
    assert.equal(guessAddressType('+15550100002', 'email_send'), undefined);
  });

  test('as the engine wants them', () => {
    assert.deepEqual(guessAddress('0044 20 79460018'), { type: 'tel', target: '+442079460018' });
    assert.deepEqual(guessAddress('sip:a@example.com'), { type: 'sip', target: 'a@example.com' });
    assert.deepEqual(guessAddress('2001'), { type: 'extension', target_name: '2001' });
    assert.equal(guessAddress('reception'), undefined);
  });

  test('numbers without a country stay as they are', () => {
    assert.deepEqual(
      ['030 123456', '555-0100', '+12', '+1 555 CALL', '++15550100002', ''].map(normalizeNumber),
      Array(6).fill(undefined),
    );
    assert.equal(normalizeNumber(' +1\u2011555\u20110100002 '), '+15550100002');
  });
});
