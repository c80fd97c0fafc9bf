import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { constantsOf, otherThan } from '../../../flow/explore/constants';
import { type JsonValue, switchQuirks } from '../../../flow/simulator';
import { A, B } from '../../support/ids';
import { savedList } from '../../support/savedList';

const valuesOf = (...actions: JsonValue[]) =>
  Object.fromEntries(
    [...constantsOf(savedList(...actions), switchQuirks('observed'))].map(([name, values]) => [
      name,
      [...values].sort(),
    ]),
  );
const condition = (option: object) => ({ type: 'condition_variable', option: { condition: '==', ...option } });

suite('explore: values that make a difference', () => {
  test('the cases of a branch, of the variable that it names', () => {
    assert.deepEqual(
      valuesOf(
        { type: 'branch', option: { target_ids: { '1': A, '2': B } } },
        { type: 'branch', option: { variable: 'tier', target_ids: { gold: A } } },
      ),
      { 'voipbin.call.digits': ['1', '2'], tier: ['gold'] },
    );
  });

  test('both sides of a number, and of a length', () => {
    assert.deepEqual(
      valuesOf(
        condition({ variable: '${age}', value_type: 'number', value_number: 18 }),
        condition({ variable: '${name}', value_type: 'length', value_length: 1 }),
      ),
      { age: ['17', '18', '19'], name: ['', '0', '00'] },
    );
  });

  test('a text, and one behind it where the order counts', () => {
    const compared = { variable: '${tier}', value_type: 'string', value_string: 'gold' };
    assert.deepEqual(valuesOf(condition(compared)), { tier: ['gold'] });
    assert.deepEqual(valuesOf(condition({ ...compared, condition: '>' })), { tier: ['gold', 'gold0'] });
    assert.deepEqual(valuesOf(condition({ ...compared, condition: 'greater' })), { tier: ['gold', 'gold0'] });
  });

  test('texts before and behind one, for what stands within another text', () => {
    const ordered = { variable: '${hour}:00', condition: '<', value_string: 'noon' };
    assert.deepEqual(valuesOf(condition(ordered)), { hour: ['Z', 'noon', 'noon0'] });
    assert.deepEqual(valuesOf(condition({ ...ordered, variable: 'no${a}' })), { a: ['Z', 'on', 'on0'] });
    assert.deepEqual(valuesOf(condition({ ...ordered, variable: 'at ${a}' })), {});
  });

  test('lengths, numbers and the order of a text that was put together before', () => {
    const label = { type: 'variable_set', option: { key: 'label', value: 'no ${a}!' } };
    const compared = (option: object) => valuesOf(label, condition({ variable: '${label}', ...option })).a;
    assert.deepEqual(compared({ value_type: 'length', value_length: 5 }), ['', '0', '00']);
    assert.deepEqual(compared({ condition: '>=', value_string: 'no one' }), ['Z', 'one', 'one0']);
    assert.deepEqual(compared({ value_type: 'number', value_number: 3 }), ['', '2', '3', '4']);
  });

  test('each reason of a hangup that a variable gives', () => {
    const { why = [] } = valuesOf({ type: 'hangup', option: { reason: '${why}' } });
    assert.deepEqual(why.slice(0, 3), ['amd', 'busy', 'cancel']);
  });

  test('the keys and the length of condition_call_digits', () => {
    assert.deepEqual(valuesOf({ type: 'condition_call_digits', option: { key: '#', length: 2 } }), {
      'voipbin.call.digits': ['#', '0', '00', '000'],
    });
  });

  test('what a copy of a copy of a variable is compared with counts for the variable', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'b', value: '${a}' } },
      { type: 'variable_set', option: { key: 'c', value: '${b}' } },
      { type: 'branch', option: { variable: 'c', target_ids: { x: A } } },
    );
    assert.deepEqual([found.a, found.b, found.c], [['x'], ['x'], ['x']]);
  });

  test('copies in a circle come to an end', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'b', value: '${a}' } },
      { type: 'variable_set', option: { key: 'a', value: '${b}' } },
      { type: 'branch', option: { variable: 'a', target_ids: { x: A } } },
    );
    assert.deepEqual(found, { a: ['x'], b: ['x'] });
  });

  test('what a variable has to be for a longer text to be equal', () => {
    assert.deepEqual(valuesOf(condition({ variable: 'x${a}', value_string: 'x1' })), { a: ['1'] });
    assert.deepEqual(valuesOf(condition({ variable: 'x${a}', value_string: '1' })), {});
  });

  test('texts on both sides of one that keys can give, of no more keys than it has', () => {
    const ordered = (text: string) =>
      valuesOf(condition({ condition: '>', variable: '${voipbin.call.digits}', value_string: text }));
    assert.deepEqual(ordered('5'), { 'voipbin.call.digits': ['4', '5', '50', '6'] });
    assert.deepEqual(ordered('12'), { 'voipbin.call.digits': ['11', '12', '120', '13', '2'] });
    assert.deepEqual(ordered('D'), { 'voipbin.call.digits': ['C', 'D', 'D0'] });
    assert.deepEqual(ordered('no'), { 'voipbin.call.digits': ['no', 'no0'] });
  });

  test('lengths and numbers of a text that begins or ends with something else', () => {
    const length = { value_type: 'length', value_length: 4 };
    assert.deepEqual(valuesOf(condition({ variable: '+1${a}', ...length })), { a: ['0', '00', '000'] });
    assert.deepEqual(valuesOf(condition({ variable: '${a}é', ...length })), { a: ['0', '00', '000', '0000'] });
    const number = { value_type: 'number', value_number: 5 };
    assert.deepEqual(valuesOf(condition({ variable: '1${a}', ...number })), { a: ['', '4', '5', '6'] });
  });

  test('the digits, where the variable that a branch names by another one can be empty', () => {
    assert.deepEqual(valuesOf({ type: 'branch', option: { variable: '${which}', target_ids: { '7': A } } }), {
      'voipbin.call.digits': ['7'],
      which: [''],
    });
  });

  test('the parts of a text that variables make up together', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'pin', value: '${pin}${b}' } },
      { type: 'branch', option: { variable: 'pin', target_ids: { '42': A } } },
    );
    assert.deepEqual(found.b, ['', '2', '4', '42']);
  });

  test('what a variable was set to, for one that is compared with it', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'pin', value: '4711' } },
      condition({ variable: '${a}', value_string: '${pin}' }),
    );
    assert.ok(found.a?.includes('4711'));
  });

  test('whole numbers around one with a fraction, and numbers that float32 tells apart', () => {
    const around = (value: number) =>
      valuesOf(condition({ variable: '${a}', value_type: 'number', value_number: value })).a;
    assert.deepEqual(around(1.5), ['0.5', '1', '1.5', '2', '2.5']);
    assert.deepEqual(around(16_777_216), ['16777212', '16777216', '16777220']);
  });

  test('something and nothing, where all of a spoken text is a variable', () => {
    assert.deepEqual(valuesOf({ type: 'talk', option: { text: '${a}', language: 'en-US' } }), { a: ['', '123'] });
    assert.deepEqual(valuesOf({ type: 'talk', option: { text: 'Hello ${a}', language: 'en-US' } }), {});
  });

  test('another value is the first candidate that nothing is compared with', () => {
    assert.equal(otherThan(new Set(['1', '2']), '1234'), '3');
    assert.equal(otherThan(new Set(['1']), '1'), undefined);
  });
});
