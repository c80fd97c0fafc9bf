import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../flow/json/jsonValue';
import type { WorldScript } from '../../flow/simulator';
import { A, B, C } from './ids';

/** Flows that compare few variables in many ways, so that several limits meet in one: for the property that no end is missed. */

const constant = fc.constantFrom('5', '6', 'm', 'm0', 'other', '0000', '18', '-1', '', '07', '12:30', 'é');
const name = fc.constantFrom('x', 'x', 'x', 'y', 'copy');
const template = fc.oneof(
  { weight: 6, arbitrary: name.map((text) => `\${${text}}`) },
  { weight: 3, arbitrary: fc.constant('${voipbin.call.digits}') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('${x}:00', '1${x}', '-${x}', 'm${x}', '${x}0', '${x}${y}', '1${copy}', '${copy}é'),
  },
);

const option: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  condition_variable: fc.record({
    variable: template,
    value_type: fc.constantFrom('string', 'string', 'number', 'length'),
    condition: fc.constantFrom('==', '!=', '>', '<', '>=', '<='),
    value_string: fc.oneof({ weight: 9, arbitrary: constant }, { weight: 1, arbitrary: template }),
    value_number: fc.constantFrom(3, 4, 5, 18, 3.2, 3.8, -3, 100),
    value_length: fc.constantFrom(1, 2, 4),
    false_target_id: fc.constantFrom(A, B),
  }),
  branch: fc.record({
    variable: fc.oneof(name, fc.constant('voipbin.call.digits')),
    target_ids: fc.dictionary(constant, fc.constantFrom(A, B, '${y}'), { minKeys: 1, maxKeys: 3 }),
    default_target_id: fc.constantFrom(C, '${y}'),
  }),
  condition_call_digits: fc.record({
    length: fc.constantFrom(0, 1, 2),
    key: fc.constantFrom('', '5', '#', '12'),
    false_target_id: fc.constantFrom(A, B),
  }),
  variable_set: fc.record({ key: fc.constantFrom('copy', 'copy', 'y'), value: template }),
  goto: fc.record({ target_id: fc.constantFrom(A, '${y}'), loop_count: fc.constant(1) }),
} as Readonly<Record<string, fc.Arbitrary<JsonObject>>>;

const types = ['condition_variable', 'condition_variable', 'condition_variable', ...Object.keys(option)];
const comparison = fc
  .constantFrom(...types)
  .chain((type) => fc.record({ type: fc.constant(type), option: option[type] ?? fc.constant({}) }));

const entry = fc.record({
  type: fc.constant('digits_receive'),
  option: fc.record({
    duration: fc.constant(3000),
    length: fc.constantFrom(0, 1, 1, 2, 4),
    key: fc.constantFrom('', '', '#', '*#'),
  }),
});

/** Ends that are told apart. */
const ends = [
  { type: 'stop', option: {} },
  { id: A, type: 'hangup', option: {} },
  { id: B, type: 'hangup', option: { reason: 'busy' } },
  { id: C, type: 'hangup', option: { reason: 'failed' } },
];

export const arbitraryComparisons: fc.Arbitrary<JsonValue> = fc
  .tuple(fc.array(entry, { maxLength: 1 }), fc.array(comparison, { minLength: 1, maxLength: 5 }))
  .map((parts) => JSON.parse(JSON.stringify([...parts.flat(), ...ends])) as JsonValue);

const texts = fc.oneof(
  constant,
  fc.constantFrom(
    '4',
    '7',
    '9',
    '3.5',
    '40',
    '99',
    '1234',
    '5678',
    'z',
    'zzzz',
    'm5',
    '05',
    '-4',
    '7x',
    '5x',
    'n',
    'oooo',
  ),
  fc.constantFrom(
    '1e2',
    'inf',
    'nan',
    '+7',
    '.5',
    '3.3',
    '3.9',
    '0005',
    '4000',
    '50000',
    'm0a',
    'ß',
    '6.50',
    A,
    B,
    'aa',
  ),
  fc.string({ unit: fc.constantFrom(...'0159amz#:.+-'), maxLength: 5 }),
);
const typed = fc.oneof(
  fc.constantFrom('', '1', '4', '5', '6', '7', '9', '#', '5#', '18', '19', '40', '99', '0000', '1234', '5678', '07'),
  fc.string({ unit: fc.constantFrom(...'0123456789*#'), maxLength: 5 }),
);

export const arbitraryComparedWorld: fc.Arbitrary<WorldScript> = fc.record(
  { digits: fc.tuple(typed), variables: fc.record({ x: texts, y: texts }, { requiredKeys: [] }) },
  { requiredKeys: ['variables'] },
);
