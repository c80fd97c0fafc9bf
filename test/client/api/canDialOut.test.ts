import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { canDialOut } from '../../../client/api/canDialOut';
import { numberSchema } from '../../../client/api/resources';

const check = (number: object) => canDialOut(numberSchema.parse({ id: 'n', number: '+15550001111', ...number }));

suite('canDialOut', () => {
  test('an active number of the usual kind', () => assert.equal(check({ status: 'active', type: 'normal' }), true));
  test('not one that was given back', () => assert.equal(check({ status: 'deleted', type: 'normal' }), false));
  test('not a virtual one', () => assert.equal(check({ status: 'active', type: 'virtual' }), false));
  test('where the type is not told, the prefix tells', () => {
    assert.equal(check({ status: 'active' }), true);
    assert.equal(check({ status: 'active', number: '+899100000001' }), false);
  });
});
