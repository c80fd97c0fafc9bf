import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { e164, e164Doc, withoutSeparators } from '../../../flow/catalog/telephoneNumber';

suite('catalog: telephone numbers', () => {
  test('a number has a plus sign and 7 to 15 digits, and no country code begins with 0', () => {
    assert.equal(e164Doc, 'a plus sign and 7 to 15 digits');
    for (const good of ['+1555010', '+155501000011234']) assert.match(good, e164);
    for (const bad of ['+155501', '+1555010000112345', '+0155501000', '15550100001', '+1 5550100001', ''])
      assert.doesNotMatch(bad, e164);
  });

  test('what people write between digits is taken out, and nothing else', () => {
    assert.equal(withoutSeparators('+1 (555) 010-00/0.1\u2011'), '+15550100001');
    assert.equal(withoutSeparators('+1555FLOWERS,#'), '+1555FLOWERS,#');
  });
});
