import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { fullQuantity, groupDigits, shortQuantity } from '../../../flow/text/quantity';

suite('quantity', () => {
  test('a duration is told in the unit that people would use', () => {
    assert.equal(shortQuantity(250, 'ms'), '250 ms');
    assert.equal(shortQuantity(1000, 'ms'), '1 s');
    assert.equal(shortQuantity(1500, 'ms'), '1.5 s');
    assert.equal(shortQuantity(180000, 'ms'), '3 min');
    assert.equal(shortQuantity(3661, 's'), '1 h 1 min 1 s');
    assert.equal(shortQuantity(0, 's'), '0 ms');
  });

  test('the written amount comes first, the handier one behind it', () => {
    assert.equal(fullQuantity(10000, 'ms'), '10 000 ms = 10 s');
    assert.equal(fullQuantity(250, 'ms'), '250 ms');
    assert.equal(fullQuantity(30, 's'), '30 s');
    assert.equal(fullQuantity(90, 's'), '90 s = 1 min 30 s');
    assert.equal(fullQuantity(1, 'digits'), '1 digit');
    assert.equal(fullQuantity(7, undefined), '7');
  });

  test('what is no duration stays as it was written', () => {
    assert.equal(shortQuantity(-5, 'ms'), '-5 ms');
    assert.equal(shortQuantity(1e21, 'ms'), '1e+21 ms');
    assert.equal(shortQuantity(9, 'hour'), 'hour 9');
  });

  test('five digits and more are grouped', () => {
    assert.equal(groupDigits(9999), '9999');
    assert.equal(groupDigits(10000), '10 000');
    assert.equal(groupDigits(-1234567.25), '-1 234 567.25');
  });
});
