import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../../flow/catalog';
import type { JsonValue } from '../../../../flow/json/jsonValue';
import { nilUuid } from '../../../../flow/model/uuid';
import { saveActions } from '../../../../flow/simulator';
import { countingIds } from '../../../../flow/simulator/ids';
import { A, act, say, way } from '../support/flows';

const save = (actions: JsonValue | undefined) => saveActions(actions, countingIds());
const refusal = (actions: JsonValue | undefined) => {
  const result = save(actions);
  return result.ok ? 'saved' : `${result.reason} ${result.position ?? '-'}`;
};
const idsOf = (actions: JsonValue) => {
  const result = save(actions);
  return result.ok ? result.actions.map(({ id }) => id) : [];
};

suite('saving a flow', () => {
  test('ids become canonical, however they are written', () => {
    const spellings = [A.toUpperCase(), `{${A}}`, A.replaceAll('-', ''), `urn:uuid:${A}`];
    assert.deepEqual(idsOf(spellings.map((id) => ({ id, type: 'answer' }))), [A, A, A, A]);
  });

  test('missing, empty, nil and text ids are replaced by made ones', () => {
    const made = countingIds();
    assert.deepEqual(
      idsOf([
        { type: 'answer' },
        { id: '', type: 'answer' },
        { id: nilUuid, type: 'answer' },
        { id: 'menu', type: 'answer' },
      ]),
      [made(), made(), made(), made()],
    );
  });

  test('a next_id that is not a UUID is dropped', () => {
    const result = save([{ next_id: 'menu', type: 'answer' }]);
    assert.equal(result.ok && result.actions[0]?.nextId, nilUuid);
    assert.deepEqual(result.ok && result.dropped, [0]);
  });

  test('the option is kept as it is, text targets and nested actions included; other keys are dropped', () => {
    const option = { target_id: 'menu', actions: [{ id: 'x', type: 'no such type' }] };
    const result = save([{ type: 'goto', option, options: {}, name: 'x' }]);
    assert.deepEqual(result.ok && result.actions[0]?.option, option);
  });

  test('keys match in any case', () => {
    const result = save([{ ID: A, Type: 'answer', Option: { a: 1 } }]);
    assert.deepEqual(result.ok && result.actions, [{ id: A, nextId: nilUuid, type: 'answer', option: { a: 1 } }]);
  });

  test('null counts as left out, for every key and for an action', () => {
    const nulls = { id: null, next_id: null, option: null, tm_execute: null };
    const result = save([{ ...nulls, type: 'answer' }]);
    assert.deepEqual(result.ok && result.actions, [
      { id: countingIds()(), nextId: nilUuid, type: 'answer', option: undefined },
    ]);
    assert.deepEqual(result.ok && result.dropped, []);
    assert.equal(refusal([{ type: null }]), 'INVALID_ACTION_TYPE 0');
    assert.equal(refusal([null]), 'INVALID_ACTION_TYPE 0');
  });

  test('what is not a string is not an id, type or time', () => {
    for (const key of ['id', 'next_id', 'type', 'tm_execute'])
      for (const value of [5, true, [], {}])
        assert.equal(refusal([{ type: 'answer', [key]: value }]), 'INVALID_JSON_BODY 0', key);
    assert.equal(refusal([{ type: 'answer', tm_execute: 'x' }]), 'saved');
  });

  test('no list is an empty list', () => {
    assert.deepEqual(idsOf([]), []);
    assert.equal(refusal(undefined), 'saved');
    assert.equal(refusal(null), 'saved');
  });

  test('every type of the catalog is accepted, in its exact spelling only', () => {
    assert.equal(refusal(actionDefinitions.map(({ type }) => ({ type }))), 'saved');
    assert.equal(refusal([{ type: 'answer' }, { type: 'Talk' }]), 'INVALID_ACTION_TYPE 1');
    assert.equal(refusal([{}]), 'INVALID_ACTION_TYPE 0');
    assert.equal(refusal([null]), 'INVALID_ACTION_TYPE 0');
    assert.equal(refusal([{ type: 'toString' }]), 'INVALID_ACTION_TYPE 0');
  });

  test('anonymous of call and connect takes four words; elsewhere, nested and in a broken option it is not looked at', () => {
    for (const value of ['', 'yes', 'no', 'auto'])
      assert.equal(refusal([act('connect', { anonymous: value })]), 'saved');
    assert.equal(refusal([act('call', { anonymous: 'maybe' })]), 'INVALID_ANONYMOUS_VALUE 0');
    assert.equal(refusal([act('talk', { anonymous: 'maybe' })]), 'saved');
    assert.equal(refusal([act('call', { anonymous: 'maybe', chained: 'x' })]), 'saved');
    assert.equal(refusal([act('call', { actions: [act('call', { anonymous: 'maybe' })] })]), 'saved');
  });

  test('what is not JSON of the right kinds is unreadable', () => {
    assert.equal(refusal('x'), 'INVALID_JSON_BODY -');
    assert.equal(refusal({}), 'INVALID_JSON_BODY -');
    assert.equal(refusal(['x']), 'INVALID_JSON_BODY 0');
    assert.equal(refusal([{ id: 1, type: 'answer' }]), 'INVALID_JSON_BODY 0');
    assert.equal(refusal([{ type: 5 }]), 'INVALID_JSON_BODY 0');
    assert.equal(refusal([{ type: 'answer', option: [] }]), 'INVALID_JSON_BODY 0');
    assert.equal(refusal([{ type: 'sleep', option: { duration: Infinity } }]), 'INVALID_JSON_BODY 0');
  });

  test('nesting without end is refused, not followed', () => {
    let deep: JsonValue = 1;
    for (let n = 0; n < 50_000; n++) deep = [deep];
    assert.equal(refusal([act('talk', { deep })]), 'INVALID_JSON_BODY -');
  });

  test('a flow that cannot be saved does not run', () => {
    assert.equal(way([say('x'), { type: 'patch' }]), ' | refused: invalid action type');
  });

  test('text ids can be kept, as one page of the documentation has it', () => {
    const result = saveActions([{ id: 'menu', type: 'answer' }], countingIds(), { keepTextIds: true });
    assert.equal(result.ok && result.actions[0]?.id, 'menu');
  });
});
