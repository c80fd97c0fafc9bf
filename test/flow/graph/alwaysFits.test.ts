import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { alwaysFits } from '../../../flow/graph/alwaysFits';
import { readFlow } from '../../../flow/model/flowModel';
import { findingsIn } from '../../support/findings';
import { A, B, C } from '../../support/ids';

const end = { id: A, type: 'hangup' };
const ask = { type: 'digits_receive', option: { duration: 5000, length: 1 } };
const branch = (id: string, keys: readonly string[], more = {}) => ({
  id,
  type: 'branch',
  option: { target_ids: Object.fromEntries(keys.map((key) => [key, A])), ...more },
});
const first = branch(B, ['1'], { default_target_id: C });
const call = (...actions: object[]) => ({ source: {}, destinations: [], actions });

/** Of the last branch. */
function fits(document: object): boolean {
  const model = readFlow(JSON.stringify(document));
  const [last] = model.actions.filter(({ type }) => type === 'branch').reverse();
  assert.ok(last);
  return alwaysFits(model, last);
}

suite('alwaysFits', () => {
  test('the case "" of a variable that a branch before has emptied', () => {
    assert.ok(fits([ask, first, branch(C, ['']), end]));
    assert.ok(fits([ask, first, branch(C, ['2', '']), end]));
    const named = { variable: 'x' };
    assert.ok(fits([branch(B, ['1'], { ...named, default_target_id: C }), branch(C, [''], named), end]));
  });

  test('not without that case, of another variable, or where something can set it again', () => {
    assert.ok(!fits([ask, first, branch(C, ['2']), end]));
    assert.ok(!fits([ask, first, branch(C, [''], { variable: 'x' }), end]));
    assert.ok(!fits([ask, first, { ...ask, id: C }, branch(A, ['']), end]));
    assert.ok(
      !fits([ask, { type: 'condition_datetime', option: { false_target_id: C } }, first, branch(C, ['']), end]),
    );
  });

  test('not where only the running system knows the ways that lead there', () => {
    const jump = { type: 'goto', option: { target_id: '${x}', loop_count: 1 } };
    assert.ok(!fits([ask, jump, first, branch(C, ['']), end]));
  });

  test('the digits of a new call that has asked for none', () => {
    assert.ok(fits(call(branch(C, ['']), end)));
    assert.ok(!fits(call({ type: 'talk' }, branch(C, ['']), end)));
    assert.ok(!fits([branch(C, ['']), end]));
  });

  test('then no default is missing, and no call is dropped', () => {
    const only = ['branch-no-default', 'option-required', 'caller-dropped'];
    const found = (...actions: object[]) => findingsIn(JSON.stringify(actions), { only });
    assert.deepEqual(found(ask, first, branch(C, ['']), end), []);
    assert.equal(found(ask, first, branch(C, ['2']), end).length, 2);
    assert.equal(found(ask, branch(C, ['']), end).length, 2);
  });
});
