import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { constantsOf, otherThan } from '../../../flow/explore/constants';
import { untested } from '../../../flow/explore/tested';
import { anyTexts } from '../../../flow/explore/textsApart';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { switchQuirks } from '../../../flow/simulator';
import { A, B } from '../../support/ids';
import { savedList } from '../../support/savedList';

const valuesOf = (...actions: JsonValue[]) =>
  Object.fromEntries(
    [...constantsOf(savedList(...actions), switchQuirks('observed'))].map(([name, tested]) => [
      name,
      [...anyTexts(tested).texts].sort(),
    ]),
  );
const condition = (option: object) => ({
  type: 'condition_variable',
  option: { condition: '==', value_type: 'string', ...option },
});

suite('explore: values that make a difference', () => {
  test('the cases of a branch, of the variable that it names', () => {
    assert.deepEqual(
      valuesOf(
        { type: 'branch', option: { target_ids: { '1': A, '2': B } } },
        { type: 'branch', option: { variable: 'tier', target_ids: { gold: A } } },
      ),
      { 'voipbin.call.digits': ['', '1', '2'], tier: ['', 'gold'] },
    );
  });

  test('both sides of a number, and of a length', () => {
    assert.deepEqual(
      valuesOf(
        condition({ variable: '${age}', value_type: 'number', value_number: 18 }),
        condition({ variable: '${name}', value_type: 'length', value_length: 1 }),
      ),
      { age: ['', '17', '18', '19'], name: ['', '0', 'other'] },
    );
  });

  test('a text, and one behind it where the order counts', () => {
    const compared = { variable: '${tier}', value_type: 'string', value_string: 'gold' };
    assert.deepEqual(valuesOf(condition(compared)), { tier: ['', 'gold'] });
    assert.deepEqual(valuesOf(condition({ ...compared, condition: '>' })), { tier: ['', 'gold', 'other'] });
    assert.deepEqual(valuesOf(condition({ ...compared, condition: 'greater' })), { tier: ['', 'gold', 'other'] });
  });

  test('texts before and behind one, for what stands within another text', () => {
    const ordered = { variable: '${hour}:00', condition: '<', value_string: 'noon' };
    assert.deepEqual(valuesOf(condition(ordered)), { hour: ['', 'other'] });
    assert.deepEqual(valuesOf(condition({ ...ordered, variable: 'no${a}' })), { a: ['', 'on', 'other'] });
    assert.deepEqual(valuesOf(condition({ ...ordered, variable: 'at ${a}' })), {});
  });

  test('lengths, numbers and the order of a text that was put together before', () => {
    const label = { type: 'variable_set', option: { key: 'label', value: 'no ${a}!' } };
    const compared = (option: object) => valuesOf(label, condition({ variable: '${label}', ...option })).a;
    assert.deepEqual(compared({ value_type: 'length', value_length: 5 }), ['', '0', 'other']);
    assert.deepEqual(compared({ condition: '>=', value_string: 'no one' }), ['', 'other']);
    assert.deepEqual(compared({ value_type: 'number', value_number: 3 }), ['']);
  });

  test('each reason of a hangup that a variable gives', () => {
    const { why = [] } = valuesOf({ type: 'hangup', option: { reason: '${why}' } });
    assert.deepEqual(why.slice(0, 4), ['', 'amd', 'busy', 'cancel']);
  });

  test('the keys and the length of condition_call_digits', () => {
    assert.deepEqual(valuesOf({ type: 'condition_call_digits', option: { key: '#', length: 2 } }), {
      'voipbin.call.digits': ['', '#', '#0', '#00', '00', 'other'],
    });
  });

  test('what a copy of a copy of a variable is compared with counts for the variable', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'b', value: '${a}' } },
      { type: 'variable_set', option: { key: 'c', value: '${b}' } },
      { type: 'branch', option: { variable: 'c', target_ids: { x: A } } },
    );
    const any = ['', 'x'];
    assert.deepEqual([found.a, found.b, found.c], [any, any, any]);
  });

  test('copies in a circle come to an end', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'b', value: '${a}' } },
      { type: 'variable_set', option: { key: 'a', value: '${b}' } },
      { type: 'branch', option: { variable: 'a', target_ids: { x: A } } },
    );
    assert.deepEqual(found, { a: ['', 'x'], b: ['', 'x'] });
  });

  test('what a variable has to be for a longer text to be equal', () => {
    assert.deepEqual(valuesOf(condition({ variable: 'x${a}', value_string: 'x1' })), { a: ['', '1'] });
    assert.deepEqual(valuesOf(condition({ variable: 'x${a}', value_string: '1' })), {});
  });

  test('lengths and numbers of a text that begins or ends with something else', () => {
    const length = { value_type: 'length', value_length: 4 };
    assert.deepEqual(valuesOf(condition({ variable: '+1${a}', ...length })), { a: ['', '00', 'other'] });
    assert.deepEqual(valuesOf(condition({ variable: '${a}é', ...length })), { a: ['', '00', 'other'] });
    const number = { value_type: 'number', value_number: 5 };
    assert.deepEqual(valuesOf(condition({ variable: '1${a}', ...number })), { a: ['', '0', 'other'] });
  });

  test('the digits, where the variable that a branch names by another one can be empty', () => {
    assert.deepEqual(valuesOf({ type: 'branch', option: { variable: '${which}', target_ids: { '7': A } } }), {
      'voipbin.call.digits': ['', '7'],
      which: ['', 'other'],
    });
  });

  test('the parts of a text that variables make up together', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'pin', value: '${pin}${b}' } },
      { type: 'branch', option: { variable: 'pin', target_ids: { '42': A } } },
    );
    assert.deepEqual(found.b, ['', '2', '4', '42', 'other']);
  });

  test('what a variable was set to, for one that is compared with it', () => {
    const found = valuesOf(
      { type: 'variable_set', option: { key: 'pin', value: '4711' } },
      condition({ variable: '${a}', value_string: '${pin}' }),
    );
    assert.ok(found.a?.includes('4711'));
  });

  test('numbers around one with a fraction, and numbers that float32 tells apart', () => {
    const around = (value: number) =>
      valuesOf(condition({ variable: '${a}', value_type: 'number', value_number: value })).a;
    assert.deepEqual(around(1.5), ['', '0.5', '1.5', '2.5']);
    assert.deepEqual(around(16_777_216), ['', '16777212', '16777216', '16777220']);
  });

  test('a number between two that are close to each other, and beyond each', () => {
    const between = (low: number, high: number) =>
      valuesOf(
        condition({ variable: '${a}', value_type: 'number', condition: '>', value_number: low }),
        condition({ variable: '${a}', value_type: 'number', condition: '<', value_number: high }),
      ).a;
    assert.deepEqual(between(3, 4), ['', '2', '3', '3.1', '4', '5']);
    assert.ok(between(3.2, 3.8)?.some((text) => Number(text) > 3.2 && Number(text) < 3.8));
    assert.ok(between(-0.1, 0.1)?.includes('0'));
  });

  test('every side of an order and of a length at once', () => {
    const { a = [] } = valuesOf(
      condition({ variable: '${a}', condition: '>=', value_string: '5' }),
      condition({ variable: '${a}', value_type: 'length', value_length: 4 }),
    );
    for (const isBehind of [true, false]) {
      for (const length of [3, 4, 5]) {
        const isThere = a.some((text) => text >= '5' === isBehind && Math.sign(text.length - 4) === length - 4);
        assert.ok(isThere, `${isBehind} ${length}: ${a}`);
      }
    }
  });

  test('one that is none of the constants, on each side of a limit', () => {
    const { age = [] } = valuesOf(
      condition({ variable: '${age}', value_type: 'number', condition: '>=', value_number: 18 }),
      { type: 'branch', option: { variable: 'age', target_ids: { '18': A, '19': B, '17': A } } },
    );
    const others = age.filter((text) => !['17', '18', '19'].includes(text));
    assert.ok(
      others.some((text) => Number(text) > 18),
      String(age),
    );
    assert.ok(
      others.some((text) => text !== '' && Number(text) < 18),
      String(age),
    );
    assert.ok(
      others.some((text) => Number(text) === 18),
      String(age),
    );
  });

  test('what goes on behind a number that begins otherwise', () => {
    const compared = (operator: string, value: number) =>
      condition({ variable: '1${a}', value_type: 'number', condition: operator, value_number: value });
    assert.deepEqual(valuesOf(compared('>', 15), compared('<', 18)).a, ['', '5', '6', '8', '9', 'other']);
  });

  test('what is not a number and NaN are told apart by unequal alone', () => {
    const compared = (operator: string) =>
      valuesOf(condition({ variable: '${a}', value_type: 'number', condition: operator, value_number: 3 })).a;
    assert.deepEqual(compared('!='), ['', '2', '3', '4', 'nan']);
    assert.deepEqual(compared('=='), ['', '2', '3', '4']);
  });

  test('the ids of the list, where a variable names a target', () => {
    const { to = [] } = valuesOf(
      { type: 'branch', option: { target_ids: { '1': '${to}' } } },
      { id: A, type: 'answer' },
      { id: B, type: 'hangup' },
    );
    for (const id of [A, B, '00000000-0000-0000-0000-000000000001', '']) assert.ok(to.includes(id), id);
    assert.ok(to.some((id) => id !== '' && ![A, B].includes(id)));
  });

  test('words that the engine knows, where a variable gives one', () => {
    const status = { type: 'condition_call_status', option: { status: '${status}' } };
    assert.ok(valuesOf(status).status?.includes('progressing'));
    const operator = condition({ variable: '5', condition: '${sign}' });
    assert.ok(valuesOf(operator).sign?.includes('>='));
  });

  test('it is told where texts around variables are compared by their order: no list of values covers that', () => {
    const isAll = (option: object) =>
      [...constantsOf(savedList(condition(option)), switchQuirks('observed')).values()].every(
        (tested) => anyTexts(tested).isAll,
      );
    assert.equal(isAll({ variable: '${a}:00', condition: '<=', value_string: 'z${b}' }), false);
    assert.equal(isAll({ variable: '${a}', condition: '<=', value_string: '${b}' }), true);
    assert.equal(isAll({ variable: '${a}:00', condition: '==', value_string: 'z${b}' }), true);
  });

  test('many constants beside a number take no more than some texts', () => {
    const cases = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [String(100_000 + at * 7919), A]));
    const constants = constantsOf(
      savedList(condition({ variable: '${a}', value_type: 'number', condition: '>', value_number: 200_000 }), {
        type: 'branch',
        option: { variable: 'a', target_ids: cases },
      }),
      switchQuirks('observed'),
    );
    const { texts, isAll } = anyTexts(constants.get('a') ?? untested);
    assert.equal(isAll, true);
    const others = texts.filter((text) => !Object.hasOwn(cases, text));
    assert.ok(
      others.some((text) => Number(text) > 200_000) && others.some((text) => text !== '' && Number(text) < 200_000),
    );
  });

  test('something and nothing, where all of a spoken text is a variable', () => {
    assert.deepEqual(valuesOf({ type: 'talk', option: { text: '${a}', language: 'en-US' } }), {
      a: ['', '123', 'other'],
    });
    assert.deepEqual(valuesOf({ type: 'talk', option: { text: 'Hello ${a}', language: 'en-US' } }), {});
  });

  test('another value is the first candidate that nothing is compared with', () => {
    assert.equal(otherThan(new Set(['1', '2']), '1234'), '3');
    assert.equal(otherThan(new Set(['1']), '1'), undefined);
  });
});
