import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../flow/json/jsonValue';
import { nilUuid } from '../../flow/model/uuid';
import { callVariables, type RunInput } from '../../flow/simulator';
import { A, B, C } from './ids';

const party = { type: 'tel', target: '+15550100001' };
/** A flow as an incoming call runs it. */
export const inputOf = (actions: JsonValue): RunInput => ({
  actions,
  referenceType: 'call',
  variables: callVariables('00000000-0000-4000-b000-000000000001', party, party, 'incoming'),
});

const id = fc.constantFrom(A, B, C);
/** An empty one, as VoIPbin's API returns it, counts as missing. */
const nextId = fc.oneof({ weight: 4, arbitrary: id }, fc.constantFrom(nilUuid, ''));
const digits = fc.constantFrom('1', '2', '3', '', '12', '1#');
const option: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  talk: fc.record({
    text: fc.constantFrom('Hello there', 'Press a key', '', 'Hello ${outside}', '${outside}${second}'),
    language: fc.constant('en-US'),
  }),
  digits_receive: fc.record({
    duration: fc.constantFrom(0, 3000),
    length: fc.constantFrom(0, 1, 2),
    key: fc.constantFrom('', '#'),
  }),
  branch: fc.record(
    {
      variable: fc.constantFrom('voipbin.call.digits', 'a', 'outside', 'second'),
      target_ids: fc.dictionary(digits, id, { maxKeys: 3 }),
      default_target_id: id,
    },
    { requiredKeys: ['target_ids'] },
  ),
  goto: fc.record({ target_id: id, loop_count: fc.constantFrom(0, 1, 2) }),
  condition_variable: fc.record({
    variable: fc.constantFrom(
      '${voipbin.call.digits}',
      '${a}',
      '${b}',
      '${outside}',
      '${second}',
      '${outside}${second}',
      '1${outside}',
      '${second}:0',
      '1${a}:0',
    ),
    value_type: fc.constantFrom('string', 'string', 'number', 'length'),
    condition: fc.constantFrom('==', '!=', '>', '<', '>='),
    value_string: fc.oneof(digits, fc.constantFrom('12:0', '1x')),
    value_number: fc.constantFrom(1, 2),
    value_length: fc.constantFrom(0, 1, 2, 4),
    false_target_id: id,
  }),
  variable_set: fc.record({
    key: fc.constantFrom('a', 'b', 'second', 'outside', 'voipbin.call.digits'),
    value: fc.constantFrom(
      '1',
      '',
      '${voipbin.call.digits}',
      '${outside}',
      '${outside}',
      '${second}',
      '${a}',
      '${b}',
      '1${outside}',
      '${a}${second}',
      '${outside}:0',
    ),
  }),
  condition_datetime: fc.record({
    condition: fc.constantFrom('==', '>=', '<'),
    hour: fc.constantFrom(-1, 9, 17),
    minute: fc.constantFrom(-1, 0, 30),
    false_target_id: id,
  }),
  connect: fc.record({
    source: fc.constant(party),
    destinations: fc.array(fc.constant({ type: 'tel', target: '+15550100009' }), { minLength: 1, maxLength: 2 }),
  }),
  message_send: fc.record({
    source: fc.constant(party),
    destinations: fc.constant([party]),
    text: fc.constant('Hi'),
  }),
  amd: fc.record({ machine_handle: fc.constantFrom('hangup', 'continue'), async: fc.boolean() }),
  sleep: fc.record({ duration: fc.constant(1000) }),
  hangup: fc.record({ reason: fc.constantFrom('', '', 'busy', '${outside}', '${a}') }),
  stop: fc.constant({}),
} as Readonly<Record<string, fc.Arbitrary<JsonObject>>>;

/** What is set has to be read, and what is read set, so both come more often. */
const types = [...Object.keys(option), ...['variable_set', 'condition_variable'].flatMap((type) => [type, type])];

const action = fc
  .constantFrom(...types)
  .chain((type) =>
    fc.record(
      { id, next_id: nextId, type: fc.constant(type), option: option[type] ?? fc.constant({}) },
      { requiredKeys: ['type', 'option'] },
    ),
  );
/** Any flow of a few actions, with jumps that mostly lead somewhere. */
export const arbitraryFlow = fc.array(action, { minLength: 1, maxLength: 8 }).map((actions) => {
  // The ids that jumps name are there once each, so that most lead somewhere.
  const named = actions.map(({ id: _, ...rest }, at) => ({ ...rest, id: [A, B, C][at] ?? undefined }));
  return JSON.parse(JSON.stringify(named)) as JsonValue;
});
