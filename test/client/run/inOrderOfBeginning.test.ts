import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { inOrderOfBeginning } from '../../../client/run/inOrderOfBeginning';

/** What is looked at after each of these, where each is what runs. */
function lookedAt(...steps: readonly (readonly string[])[]): (string | undefined)[] {
  let order: readonly string[] = [];
  return steps.map((running) => {
    order = inOrderOfBeginning(order, running);
    return order.at(-1);
  });
}

suite('the running action to look at', () => {
  test('is the nested action of a placed call while the first call waits', () => {
    assert.deepEqual(lookedAt(['call'], ['sleep'], ['sleep', 'nested/0'], ['sleep', 'nested/1']), [
      'call',
      'sleep',
      'nested/0',
      'nested/1',
    ]);
  });

  test('is that of the first call again once it goes on, and once the placed call is over', () => {
    assert.deepEqual(lookedAt(['sleep', 'nested/0'], ['talk', 'nested/0'], ['talk', 'nested/1'], ['talk']), [
      'nested/0',
      'talk',
      'nested/1',
      'talk',
    ]);
    assert.deepEqual(lookedAt(['talk'], []), ['talk', undefined]);
  });
});
