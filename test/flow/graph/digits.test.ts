import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { digitsBefore } from '../../../flow/graph/digits';
import type { ReadBy } from '../../../flow/graph/readAt';
import { readFlow } from '../../../flow/model/flowModel';
import { A } from '../../support/ids';

const receive = (option: object) => ({ type: 'digits_receive', option });
const call = (...actions: object[]) => ({ source: {}, destinations: [], actions });
/** What the digits can hold before the last action: the places of the questions, and how many keys. */
function digits(flow: unknown, by: ReadBy = 'name') {
  const model = readFlow(JSON.stringify(flow));
  const last = model.actions.at(-1);
  const found = last && digitsBefore(model, last, by);
  if (!found) return undefined;
  const { receives, most, foreign, unasked, unknown } = found;
  return { receives: receives.map(({ position }) => position), most, foreign, unasked, unknown };
}
const nothing = { receives: [], most: 0, foreign: false, unasked: false, unknown: false };
const end = { type: 'answer' };

suite('digitsBefore', () => {
  test('nothing on a new call, what is pressed early, what a flow before left', () => {
    assert.deepEqual(digits(call(end)), nothing);
    assert.deepEqual(digits(call({ type: 'talk' }, end)), { ...nothing, most: 1 });
    assert.deepEqual(digits([end]), { ...nothing, foreign: true, unasked: true });
    assert.deepEqual(digits([receive({ length: 1 }), end]), { ...nothing, receives: [0], most: 1, foreign: true });
  });

  test('up to as many keys as are taken, of each question that comes into it', () => {
    assert.deepEqual(digits(call(receive({ length: 4 }), end)), { ...nothing, receives: [0], most: 4 });
    assert.equal(digits(call(receive({ key: '#' }), end))?.most, Number.POSITIVE_INFINITY);
    const choose = { type: 'condition_datetime', option: { false_target_id: A } };
    assert.deepEqual(
      digits(call(receive({ length: 2 }), choose, receive({ length: 3 }), { ...end, id: A }))?.receives,
      [0, 2],
    );
  });

  test('empty after a branch on them and a variable_set', () => {
    const branch = (option: object) => ({ type: 'branch', option: { default_target_id: A, ...option } });
    assert.deepEqual(digits(call(receive({ length: 4 }), branch({}), { ...end, id: A })), nothing);
    assert.equal(digits(call(receive({ length: 4 }), branch({ variable: 'x' }), { ...end, id: A }))?.most, 4);
    const set = (value: unknown) => ({ type: 'variable_set', option: { key: 'voipbin.call.digits', value } });
    assert.deepEqual(digits(call(receive({ length: 4 }), set(''), end)), nothing);
    assert.deepEqual(digits(call(set('x'), end)), { ...nothing, unknown: true });
    assert.equal(digits(call(receive({ length: 4 }), set(5), end))?.most, 4);
  });

  test('unknown behind other flows, undefined where no way leads and where no call is', () => {
    assert.deepEqual(digits(call({ type: 'fetch_flow' }, end)), { ...nothing, unknown: true });
    assert.equal(digits([{ type: 'hangup' }, end]), undefined);
    assert.equal(digits({ webhook_uri: 'https://example.com', actions: [end] }), undefined);
  });

  test('in a new call a bare name means its own digits, a text those of the flow around', () => {
    const placed = (...actions: object[]) => ({ type: 'call', option: { actions } });
    const nested = call(receive({ length: 4 }), placed(receive({ length: 2 }), end));
    assert.deepEqual(digits(nested), { ...nothing, receives: [0], most: 2 });
    assert.deepEqual(digits(nested, 'text'), { ...nothing, receives: [0], most: 4 });
    assert.deepEqual(digits(call(receive({ length: 4 }), placed(placed(end))), 'text')?.most, 4);
    // What the new call asks about the digits of the flow around says nothing about its own.
    const isEmpty = { variable: '${voipbin.call.digits}', condition: '==', value_type: 'string', value_string: '' };
    const asks = { type: 'condition_variable', option: { ...isEmpty, false_target_id: A } };
    assert.equal(digits(call(receive({ length: 4 }), asks, end))?.most, 0);
    assert.equal(digits(call(placed(receive({ length: 4 }), asks, end)))?.most, 4);
    const copy = { type: 'variable_set', option: { key: 'voipbin.call.digits', value: '${voipbin.call.digits}' } };
    assert.equal(digits(call(placed(receive({ length: 4 }), copy, end)))?.unknown, true);
  });

  test('loops come to an end', () => {
    const flow = call({ ...receive({ length: 2 }), id: A }, { type: 'sleep', next_id: A });
    assert.deepEqual(digits(flow)?.receives, [0]);
  });
});
