import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../flow/json/jsonValue';
import type { WorldScript } from '../../flow/simulator';
import { A, B } from './ids';

/** Flows that compare variables with one another and with few texts: for the property that no end is missed. */

const constants = ['', '5', '5:00', 'm', 'm0', 'z'];
const constant = fc.constantFrom(...constants);
const name = fc.constantFrom('x', 'x', 'y', 'y', 'z', 'voipbin.call.digits');
const variable = name.map((text) => `\${${text}}`);
const equal = fc.constantFrom('==', '!=');
const order = fc.constantFrom('>', '<', '>=', '<=');

const textTest = (condition: fc.Arbitrary<string>, other: fc.Arbitrary<string>): fc.Arbitrary<JsonObject> =>
  fc.record({
    variable,
    value_type: fc.constant('string'),
    condition,
    value_string: other,
    false_target_id: fc.constantFrom(A, B),
  });

const condition = (option: fc.Arbitrary<JsonObject>) => fc.record({ type: fc.constant('condition_variable'), option });

const comparison: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 4, arbitrary: condition(textTest(fc.oneof(equal, order), variable)) },
  { weight: 3, arbitrary: condition(textTest(fc.oneof(equal, order, order), constant)) },
  {
    weight: 1,
    arbitrary: condition(
      fc.record({
        variable,
        value_type: fc.constantFrom('number', 'length'),
        condition: fc.oneof(equal, order),
        value_number: fc.constantFrom(5, 9),
        value_length: fc.constantFrom(1, 2, 4),
        false_target_id: fc.constantFrom(A, B),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('branch'),
      option: fc.record({
        variable: name,
        target_ids: fc.dictionary(constant, fc.constantFrom(A, B), { minKeys: 1, maxKeys: 2 }),
        default_target_id: fc.constantFrom(A, B),
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('variable_set'),
      option: fc.record({ key: fc.constantFrom('z', 'copy'), value: fc.oneof(constant, variable) }),
    }),
  },
);

const entry = fc.record({
  type: fc.constant('digits_receive'),
  option: fc.record({ duration: fc.constant(3000), length: fc.constantFrom(1, 2, 4), key: fc.constantFrom('', '#') }),
});

/** Ends that are told apart. */
const ends = [
  { type: 'stop', option: {} },
  { id: A, type: 'hangup', option: {} },
  { id: B, type: 'hangup', option: { reason: 'busy' } },
];

export const arbitraryChains: fc.Arbitrary<JsonValue> = fc
  .tuple(fc.array(entry, { maxLength: 1 }), fc.array(comparison, { minLength: 2, maxLength: 5 }))
  .map((parts) => JSON.parse(JSON.stringify([...parts.flat(), ...ends])) as JsonValue);

/** Before, between and behind the constants, several of each: so that variables can be there in any order. */
const texts = [...constants, '1', '2', '50', '5x', '6', '7', '9x', 'a', 'l', 'll', 'm00', 'n', 'zz', 'zzz'];
const text = fc.constantFrom(...texts);
const typed = fc.oneof(
  fc.constantFrom('', '4', '5', '6', '7', '9', '12', '5#', '6789', '6788', '91', '99'),
  fc.string({ unit: fc.constantFrom(...'0156789*#'), maxLength: 4 }),
);

export const arbitraryChainedWorld: fc.Arbitrary<WorldScript> = fc.record({
  digits: fc.tuple(typed),
  variables: fc.record({ x: text, y: text, z: text }),
});
