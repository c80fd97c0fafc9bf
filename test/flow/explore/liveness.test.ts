import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { livenessOf } from '../../../flow/explore/liveness';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { A } from '../../support/ids';
import { savedList } from '../../support/savedList';

const before = (actions: readonly JsonValue[]) => {
  const { before: at } = livenessOf(savedList(...actions));
  return actions.map((_, position) => {
    const names = at(position);
    return names === 'all' ? names : [...names].sort().join(' ');
  });
};
const branch = (variable: string) => ({ type: 'branch', option: { variable, target_ids: {}, default_target_id: A } });
const set = (key: string, value: string) => ({ type: 'variable_set', option: { key, value } });
const end = { id: A, type: 'hangup' };

suite('explore: what still decides something', () => {
  test('a variable up to its last test, and not where it is spoken', () => {
    const talk = { type: 'talk', option: { text: 'Hello ${b}', language: 'en-US' } };
    assert.deepEqual(before([talk, branch('a'), talk, end]), ['a', 'a', '', '']);
  });

  test('where all of a spoken text is a variable, whether there is anything to speak', () => {
    const talk = { type: 'talk', option: { text: '${b}', language: 'en-US' } };
    assert.deepEqual(before([talk, end]), ['b', '']);
  });

  test('what an AI has set decides nothing in a queue whose wait flow has no AI', () => {
    const queue = { type: 'queue_join', option: { queue_id: A } };
    assert.deepEqual(before([queue, { type: 'hangup' }]), ['#flow #queue_join', '']);
  });

  test('what lists that stand elsewhere read', () => {
    const list = savedList({ type: 'fetch_flow', option: { flow_id: A } }, end);
    const names = livenessOf(list, new Set(['c'])).before(0);
    assert.ok(names !== 'all' && names.has('c'));
  });

  test('not before it is overwritten', () => {
    assert.deepEqual(before([set('a', '1'), branch('a'), end]), ['', 'a', '']);
  });

  test('what is copied into it, before the copy', () => {
    assert.deepEqual(before([set('a', '${b}'), branch('a'), end]), ['b', 'a', '']);
  });

  test('not what is copied into a variable that decides nothing', () => {
    assert.deepEqual(before([set('a', '${b}'), end]), ['', '']);
  });

  test('around a loop', () => {
    const loop = [{ id: A, type: 'answer' }, { type: 'goto', option: { target_id: A, loop_count: 2 } }, branch('a')];
    assert.deepEqual(before(loop), ['#count 1 a', '#count 1 a', '#count 1 a']);
  });

  test('what the outside has decided of a service, while the service is still to be asked', () => {
    const connect = { type: 'connect', option: { source: {}, destinations: [] } };
    const [at, after] = before([connect, end]);
    assert.ok(at?.includes('#connect'));
    assert.equal(after, '');
  });

  test('everything where a target is computed', () => {
    assert.deepEqual(before([{ type: 'goto', option: { target_id: '${where}', loop_count: 1 } }, end]), ['all', 'all']);
  });
});
