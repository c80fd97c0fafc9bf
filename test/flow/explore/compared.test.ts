import { suite, test } from 'mocha';
import { askFor, hangup, set, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored, type ExploredCase } from '../../support/assertExplored';
import { A } from '../../support/ids';

const digits = '${voipbin.call.digits}';
const compare = (variable: string, condition: string, value: string) => ({
  type: 'condition_variable',
  option: { variable, condition, value_type: 'string', value_string: value, false_target_id: A },
});
const lengthIs = (variable: string, length: number) => ({
  type: 'condition_variable',
  option: { variable, condition: '==', value_type: 'length', value_length: length, false_target_id: A },
});
/** Reached only where each test says yes. */
const ends = [stop, { id: A, ...hangup }];
const variables = (...all: Record<string, string>[]) => all.map((one) => ({ variables: one }));

const cases: Readonly<Record<string, ExploredCase>> = {
  'one that is behind a constant, and another behind it': {
    actions: [compare('${x}', '>', '5'), compare('${x}', '<', '${y}'), ...ends],
    worlds: variables({ x: '5x', y: 'inf' }, { x: '6', y: '7' }),
  },
  'behind the text that only the letter z begins': {
    actions: [compare('${x}', '>', 'z'), compare('${x}', '<', '${y}'), ...ends],
    worlds: variables({ x: 'za', y: 'zb' }),
  },
  'a PIN that is also behind a constant': {
    actions: [askFor(4), compare(digits, '==', '${pin}'), compare(digits, '>', '5'), ...ends],
    worlds: [{ digits: ['6789'], variables: { pin: '6789' } }],
  },
  'two that differ, both behind a constant': {
    actions: [compare('${a}', '!=', '${b}'), compare('${a}', '>', '5'), compare('${b}', '>', '5'), ...ends],
    worlds: variables({ a: '6', b: '7' }),
  },
  'two between constants, in their order': {
    actions: [compare('${a}', '<', '${b}'), compare('${b}', '<', 'm'), compare('${a}', '>', 'k'), ...ends],
    worlds: variables({ a: 'l', b: 'll' }),
  },
  'one that equals a constant, and another behind it': {
    actions: [compare('${x}', '==', 'z'), compare('${x}', '<', '${y}'), ...ends],
    worlds: variables({ x: 'z', y: 'zz' }),
  },
  'three in order between two that are equal to constants': {
    actions: [
      compare('${x}', '==', 'a'),
      compare('${z}', '==', 'c'),
      compare('${x}', '<', '${y}'),
      compare('${y}', '<', '${z}'),
      ...ends,
    ],
    worlds: variables({ x: 'a', y: 'b', z: 'c' }),
  },
  'two that differ, and neither is a case or empty': {
    actions: [
      compare('${x}', '!=', '${y}'),
      { type: 'branch', option: { variable: 'x', target_ids: { '': A, '1': A, '2': A, other: A } } },
      { type: 'branch', option: { variable: 'y', target_ids: { '': A, '1': A, '2': A, other: A } } },
      ...ends,
    ],
    worlds: variables({ x: '3', y: '4' }),
  },
  'an order and a length at once': {
    actions: [
      compare('${x}', '>', '9'),
      compare('${x}', '<', '${y}'),
      lengthIs('${x}', 1),
      lengthIs('${y}', 1),
      ...ends,
    ],
    worlds: variables({ x: 'a', y: 'b' }),
  },
  'the copy of one that is compared with a constant': {
    actions: [set('z', '${y}'), compare('${y}', '==', 'm'), compare('${z}', '==', '${x}'), ...ends],
    worlds: variables({ x: 'm', y: 'm' }),
  },
  'a text that one with cases is put into': {
    actions: [set('z', '1${y}'), compare('${z}', '==', '${x}'), compare('${y}', '==', '5'), ...ends],
    worlds: variables({ x: '15', y: '5' }),
  },
};

suite('explore: variables that are compared with one another', () => {
  for (const [what, { actions, worlds }] of Object.entries(cases)) {
    test(what, () => assertExplored(inputOf(actions), [{}, ...worlds]));
  }
});
