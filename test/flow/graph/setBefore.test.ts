import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { ReadBy } from '../../../flow/graph/readAt';
import { heldBefore, setBefore } from '../../../flow/graph/setBefore';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B } from '../../support/ids';

const set = (more = {}) => ({ type: 'variable_set', option: { key: 'x', value: '1' }, ...more });
const choose = { type: 'condition_datetime', option: { false_target_id: B } };
const read = { type: 'talk', option: { text: '${x}' } };
/** On which ways `x` is set before each `talk` of a flow. */
function ways(flow: unknown, name = 'x', by: ReadBy = 'text'): string[] {
  const model = readFlow(JSON.stringify(flow));
  return model.actions.filter(({ type }) => type === 'talk').map((action) => setBefore(model, name, action, by));
}

suite('setBefore', () => {
  test('every way, some, none', () => {
    assert.deepEqual(ways([read, set(), read]), ['none', 'every']);
    assert.deepEqual(ways([choose, set(), { ...read, id: B }]), ['some']);
    assert.deepEqual(ways([choose, set({ next_id: A }), set({ id: B }), { ...read, id: A }]), ['every']);
    assert.deepEqual(ways([set(), { type: 'hangup' }, read]), ['none']);
    assert.deepEqual(ways([set(), read], 'y'), ['none']);
  });

  test('a loop sets it in the next round', () => {
    assert.deepEqual(ways([{ ...read, id: A }, set({ next_id: A })]), ['some']);
  });

  test('what the document gives is there from the start', () => {
    assert.deepEqual(ways({ variables: { x: '1' }, webhook_uri: 'https://example.com', actions: [read] }), ['every']);
  });

  test('in a nested list the call around it counts', () => {
    const call = { type: 'call', option: { actions: [set(), read] } };
    assert.deepEqual(ways([call]), ['none']);
    assert.deepEqual(ways([set(), call]), ['every']);
    assert.deepEqual(ways([{ type: 'call', option: { actions: [set(), call] } }]), ['none']);
  });

  test('a bare name in a nested list is one of the new call, which has its own variables', () => {
    const call = (...actions: object[]) => ({ type: 'call', option: { actions } });
    const byName = (flow: unknown) => ways(flow, 'x', 'name');
    assert.deepEqual(byName([set(), call(read)]), ['none']);
    assert.deepEqual(byName([call(set(), read)]), ['every']);
    assert.deepEqual(byName([call(set(), read), read]), ['every', 'none']);
    const given = { variables: { x: '1' }, webhook_uri: 'https://example.com' };
    assert.deepEqual(byName({ ...given, actions: [call(read), read] }), ['none', 'every']);
    assert.deepEqual(byName({ ...given, actions: [call(set(), read)] }), ['every']);
  });

  test('a branch empties what was set, and what the document gives', () => {
    const held = (flow: unknown, by: ReadBy = 'text') => {
      const model = readFlow(JSON.stringify(flow));
      const reads = model.actions.filter(({ type }) => type === 'talk');
      return reads.map((action) => heldBefore(model, 'x', action, by));
    };
    const branch = { type: 'branch', option: { variable: 'x', default_target_id: A } };
    const readA = { ...read, id: A };
    assert.deepEqual(held([set(), read, branch, readA]), ['every', 'emptied']);
    assert.deepEqual(held([set(), branch, readA, set(), read]), ['emptied', 'every']);
    assert.deepEqual(held([set(), choose, branch, { ...read, id: B }, readA]), ['every', 'some']);
    assert.deepEqual(held([branch, readA]), ['none']);
    const given = { variables: { x: '1' }, webhook_uri: 'https://example.com' };
    assert.deepEqual(held({ ...given, actions: [read, branch, readA] }), ['every', 'emptied']);
    assert.deepEqual(held({ ...given, actions: [readA, branch] }), ['some']);
    assert.deepEqual(held({ ...given, actions: [read] }), ['every']);
    // The new call empties its own variable; the text has that of the flow around.
    const call = { type: 'call', option: { actions: [set(), branch, readA] } };
    assert.deepEqual(held([set(), call, read]), ['every', 'every']);
    assert.deepEqual(held([set(), call, read], 'name'), ['emptied', 'every']);
  });

  test('what only the running system knows leads anywhere', () => {
    assert.deepEqual(ways([{ type: 'fetch_flow' }, set(), { ...read, id: A }]), ['some']);
  });
});
