import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Semantics } from '../../../../flow/catalog/semantics';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import type { QuirkSwitches } from '../../../../flow/simulator';
import { A, act, FINISH, NOWHERE, run, say, way } from '../support/flows';

interface Setting {
  readonly now?: string;
  readonly value?: string;
  readonly semantics?: Semantics;
  readonly quirks?: Partial<QuirkSwitches>;
}

/** Whether a condition holds: `true`, `false`, or how the flow ended instead. */
function ask(
  type: string,
  option: JsonObject,
  { now = '2026-11-18T10:30:00Z', value = '', ...setting }: Setting = {},
): string {
  const flow = [
    act(type, { false_target_id: A, ...option }),
    say('true', { next_id: FINISH }),
    say('false', { id: A }),
  ];
  const { path, end } = run(flow, {
    world: { now, call_status: 'progressing' },
    variables: { v: value, name: 'Ann' },
    ...setting,
  });
  return path === '0 1' ? 'true' : path === '0 2' ? 'false' : end;
}

const variable = (option: JsonObject, setting?: Setting) =>
  ask('condition_variable', { variable: '${v}', ...option }, setting);
const text = (condition: string, right: string, value: string) =>
  variable({ condition, value_type: 'string', value_string: right }, { value });
const number = (condition: string, right: number, value: string) =>
  variable({ condition, value_type: 'number', value_number: right }, { value });
const length = (condition: string, right: number, value: string, setting?: Setting) =>
  variable({ condition, value_type: 'length', value_length: right }, { value, ...setting });

suite('condition_variable', () => {
  test('compares texts byte by byte with six operators', () => {
    assert.equal(text('==', 'abc', 'abc'), 'true');
    assert.equal(text('!=', 'abc', 'abc'), 'false');
    assert.equal(text('<', 'abd', 'abc'), 'true');
    assert.equal(text('>', 'ab', 'abc'), 'true');
    assert.equal(text('<=', 'abc', 'abc'), 'true');
    assert.equal(text('>=', 'B', 'a'), 'true');
    assert.equal(text('<', '\u{1F600}', '\uFF5E'), 'true');
  });

  test('compares numbers as float32; what is not a number is false', () => {
    assert.equal(number('==', 5, '+5'), 'true');
    assert.equal(number('==', 16777216, '16777217'), 'true');
    assert.equal(number('>', 10, '9'), 'false');
    assert.equal(number('!=', 1, 'nan'), 'true');
    assert.equal(number('==', 0, ''), 'false');
    assert.equal(number('==', 5, ' 5'), 'false');
  });

  test('compares lengths: bytes as observed, characters as documented', () => {
    assert.equal(length('==', 1, 'é'), 'true');
    assert.equal(length('==', 2, 'é', { semantics: 'observed' }), 'true');
    assert.equal(length('==', 1, '\u{1F600}'), 'true');
  });

  test('an unknown operator or value type is false', () => {
    assert.equal(text('equal', 'a', 'a'), 'false');
    assert.equal(text('=', 'a', 'a'), 'false');
    assert.equal(variable({ condition: '==', value_string: '' }), 'false');
    assert.equal(variable({ condition: '==', value_type: 'float', value_number: 0 }, { value: '0' }), 'false');
    const words = { 'operator-words-unsupported': false };
    assert.equal(
      variable({ condition: 'equal', value_type: 'string', value_string: 'a' }, { value: 'a', quirks: words }),
      'true',
    );
  });

  test('a bare name is compared itself, as documented it names a variable', () => {
    const option = { variable: 'name', condition: '==', value_type: 'string', value_string: 'Ann' };
    assert.equal(variable(option, { semantics: 'observed' }), 'false');
    assert.equal(variable(option), 'true');
  });

  test('a target that cannot be found matters only when the condition is false', () => {
    const flow = (value: string, target: string) => [
      act('condition_variable', {
        condition: '==',
        variable: '1',
        value_type: 'string',
        value_string: value,
        false_target_id: target,
      }),
      say('true'),
    ];
    assert.equal(way(flow('1', NOWHERE)), '0 1 | finished');
    assert.equal(way(flow('2', NOWHERE)), '0 | stopped: no more stack left');
    assert.equal(way([act('condition_variable')]), '0 | stopped: invalid action id');
  });

  test('tells what it compared', () => {
    const { events } = run([
      act('condition_variable', { condition: '>', variable: '7', value_type: 'number', value_number: 5 }),
    ]).simulation;
    assert.deepEqual(
      events.flatMap((event) => (event.type === 'test' ? [event.holds, event.parts] : [])),
      [true, [{ what: 'value', left: 7, operator: '>', right: 5, holds: true }]],
    );
  });
});

const datetime = (option: JsonObject, setting?: Setting) =>
  ask('condition_datetime', { hour: -1, minute: -1, ...option }, setting);
const observed = { semantics: 'observed' } as const;

suite('condition_datetime', () => {
  test('compares in UTC, as documented the time with the option', () => {
    assert.equal(datetime({ condition: '>=', hour: 9 }), 'true');
    assert.equal(datetime({ condition: '>=', hour: 11 }), 'false');
    assert.equal(datetime({ condition: '>=', hour: 11 }, { now: '2026-11-18T10:30:00-02:00' }), 'true');
    assert.equal(datetime({ condition: '<', month: 12 }), 'true');
    assert.equal(datetime({ condition: '==', day: 18 }), 'true');
  });

  test('as observed it compares the option with the time', () => {
    assert.equal(datetime({ condition: '>=', hour: 9 }, observed), 'false');
    assert.equal(datetime({ condition: '>=', hour: 11 }, observed), 'true');
    assert.equal(datetime({ condition: '==', hour: 10 }, observed), 'true');
  });

  test('every part is compared alone with the same operator', () => {
    assert.equal(datetime({ condition: '<=', hour: 11, minute: 15 }), 'false');
    assert.equal(datetime({ condition: '<=', hour: 11, minute: 45 }), 'true');
  });

  test('an omitted hour or minute is compared as 0, -1 leaves it out; day and month are left out from 0 down', () => {
    const option = { condition: '==', hour: 10 };
    assert.equal(ask('condition_datetime', option), 'false');
    assert.equal(ask('condition_datetime', option, { now: '2026-11-18T10:00:00Z' }), 'true');
    assert.equal(ask('condition_datetime', option, { quirks: { 'datetime-omitted-is-zero': false } }), 'true');
    assert.equal(datetime({ condition: '==', hour: 10, day: 0, month: -1 }), 'true');
  });

  test('weekdays restrict the days as documented, and stop the flow as observed', () => {
    assert.equal(datetime({ condition: '==', weekdays: [1, 2, 3] }), 'true');
    assert.equal(datetime({ condition: '==', weekdays: [0, 6] }), 'false');
    assert.equal(datetime({ condition: '==', weekdays: [1, 2, 3] }, observed), 'stopped: decode');
    assert.equal(datetime({ condition: '==', weekdays: [] }, observed), 'true');
  });

  test('nothing to compare is true, an unknown operator false', () => {
    assert.equal(datetime({}), 'true');
    assert.equal(datetime({ condition: 'equal', hour: 10 }), 'false');
  });

  test('time goes on while the flow waits', () => {
    const flow = [
      act('sleep', { duration: 60_000 }),
      act('condition_datetime', { condition: '==', hour: -1, minute: 31, false_target_id: A }),
      say('true', { next_id: FINISH }),
      say('false', { id: A }),
    ];
    assert.equal(way(flow, { world: { now: '2026-11-18T10:30:00Z' } }), '0 1 2 | finished');
  });
});

suite('conditions on the call', () => {
  test('digits: enough of them, or one that is wanted; neither is false', () => {
    const digits = (option: JsonObject) => {
      const flow = [
        act('condition_call_digits', { false_target_id: A, ...option }),
        say('true', { next_id: FINISH }),
        say('false', { id: A }),
      ];
      return run(flow, { variables: { 'voipbin.call.digits': '12#' } }).said[0];
    };
    assert.equal(digits({ length: 3 }), 'true');
    assert.equal(digits({ length: 4 }), 'false');
    assert.equal(digits({ length: 4, key: '#' }), 'true');
    assert.equal(digits({ key: '21' }), 'false');
    assert.equal(digits({}), 'false');
    assert.equal(digits({ length: -1 }), 'true');
  });

  test('status: exactly the wanted one, as the world or the run knows it', () => {
    assert.equal(ask('condition_call_status', { status: 'progressing' }), 'true');
    assert.equal(ask('condition_call_status', { status: 'Progressing' }), 'false');
    const own = [
      act('condition_call_status', { status: 'ringing' }),
      say('x'),
      act('condition_call_status', { status: 'progressing' }),
    ];
    assert.equal(way(own), '0 1 2 | finished');
  });

  test('an option that cannot be read stops the flow', () => {
    assert.equal(ask('condition_call_digits', { length: '3' }), 'stopped: decode');
    assert.equal(ask('condition_datetime', { hour: '9' }), 'stopped: decode');
    assert.equal(ask('condition_variable', { value_number: 1e39 }), 'stopped: decode');
    assert.equal(ask('condition_variable', { false_target_id: 'no' }), 'stopped: decode');
  });
});
