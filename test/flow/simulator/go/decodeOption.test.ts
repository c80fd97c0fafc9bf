import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../../flow/catalog';
import type { JsonObject, JsonValue } from '../../../../flow/json/jsonValue';
import { nilUuid } from '../../../../flow/model/uuid';
import { DecodeError, decodeAction, decodeOption } from '../../../../flow/simulator/go/decodeOption';
import { A } from '../support/flows';

const decodes = (type: string, option: JsonObject) => {
  try {
    decodeOption(type, option);
    return true;
  } catch (error) {
    assert.ok(error instanceof DecodeError);
    return false;
  }
};

suite('decodeOption', () => {
  test('what is absent or null has its zero value', () => {
    for (const option of [undefined, {}, { target_id: null, loop_count: null }]) {
      assert.deepEqual(decodeOption('goto', option), { target_id: nilUuid, loop_count: 0 });
    }
    const { target_ids: ids, variable } = decodeOption('branch', {});
    assert.deepEqual([ids, variable], [new Map(), '']);
  });

  test('keys match in any case; the one that sorts last wins; unknown ones are passed over', () => {
    assert.equal(decodeOption('sleep', { DURATION: 5 }).duration, 5);
    assert.equal(decodeOption('sleep', { duration: 1, Duration: 2 }).duration, 1);
    assert.equal(decodeOption('goto', { loop_count: null, Loop_Count: 2 }).loop_count, 2);
    assert.equal(decodeOption('conversation_send', { 'tex\u0074': 'a', \u017fync: true }).sync, true);
    assert.ok(decodes('sleep', { nothing: 'at all' }));
  });

  test('whole numbers refuse fractions, texts and what int64 cannot hold', () => {
    for (const duration of [5, -5, 0, 2 ** 53, -(2 ** 62)]) assert.ok(decodes('sleep', { duration }), String(duration));
    for (const duration of [1.5, '5', true, 2 ** 63, -(2 ** 63), 1e21, {}, []])
      assert.ok(!decodes('sleep', { duration } as JsonObject));
  });

  test('numbers are float32', () => {
    assert.equal(decodeOption('condition_variable', { value_number: 0.1 }).value_number, Math.fround(0.1));
    assert.ok(!decodes('condition_variable', { value_number: 1e39 }));
    assert.ok(!decodes('condition_variable', { value_number: '5' }));
  });

  test('ids are UUIDs in every spelling; an empty string is none', () => {
    assert.equal(decodeOption('goto', { target_id: `{${A.toUpperCase()}}` }).target_id, A);
    for (const target of ['', 'menu', '${x}', 5, A.slice(1)]) assert.ok(!decodes('goto', { target_id: target }));
  });

  test('a map takes null for an empty id, and one bad value spoils all', () => {
    assert.deepEqual(
      decodeOption('branch', { target_ids: { a: null, b: A } }).target_ids,
      new Map([
        ['a', nilUuid],
        ['b', A],
      ]),
    );
    assert.ok(!decodes('branch', { target_ids: { a: A, b: '' } }));
    assert.ok(!decodes('branch', { target_ids: [] }));
  });

  test('addresses are objects of texts; null among them is an empty one', () => {
    assert.ok(decodes('connect', { destinations: [{ type: 'tel', target: '+1' }, null, {}] }));
    assert.ok(!decodes('connect', { destinations: {} }));
    assert.ok(!decodes('connect', { destinations: [{ target: 15550100001 }] }));
    assert.ok(!decodes('connect', { source: 'x' }));
  });

  test('an absent object is told from an empty one', () => {
    assert.equal(decodeOption('call', {}).source, undefined);
    assert.notEqual(decodeOption('call', { source: {} }).source, undefined);
  });

  test('nested actions are decoded like saved ones, with ids that have to be UUIDs', () => {
    assert.deepEqual(decodeAction({ ID: A, type: 'talk', option: null, x: 1 }, 'a'), {
      id: A,
      nextId: nilUuid,
      type: 'talk',
      option: undefined,
    });
    const bad: JsonValue[] = ['x', { id: '' }, { id: 5 }, { next_id: 'a' }, { type: 5 }, { option: [] }];
    for (const value of bad) assert.throws(() => decodeAction(value, 'a'), DecodeError);
  });

  test('every example of the catalog can be decoded, once its variables are filled in', () => {
    for (const { type, example } of actionDefinitions) {
      const filled = JSON.stringify(example.option ?? {}).replaceAll(/\$\{[^}]*\}/g, A);
      assert.ok(decodes(type, JSON.parse(filled) as JsonObject), type);
    }
  });

  test('text ids are targets when the deviation is switched off, and for actions only', () => {
    assert.equal(decodeOption('goto', { target_id: 'menu' }, { anyText: true }).target_id, 'menu');
    assert.throws(() => decodeOption('fetch_flow', { flow_id: 'menu' }, { anyText: true }), DecodeError);
  });

  test('an error names the option and what is needed', () => {
    assert.throws(() => decodeOption('sleep', { duration: '5' }), /`duration` is "5" where an integer is needed/);
    assert.throws(
      () => decodeOption('connect', { destinations: [{ target: 1 }] }),
      /`target` is 1 where text is needed/,
    );
  });
});
