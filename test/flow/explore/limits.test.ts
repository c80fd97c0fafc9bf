import { suite, test } from 'mocha';
import type { WorldScript } from '../../../flow/simulator';
import { askFor, branch, hangup, ifEqual, ifNumber, say, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored, type ExploredCase } from '../../support/assertExplored';
import { A, B, C } from '../../support/ids';

const digits = '${voipbin.call.digits}';
const typed = (...keys: string[]): readonly WorldScript[] => keys.map((text) => ({ digits: [text] }));
const withX = (...values: string[]) => [{}, ...values.map((x) => ({ variables: { x } }))];
const ifLength = (variable: string, length: number, otherwise: string) => ({
  type: 'condition_variable',
  option: { variable, condition: '==', value_type: 'length', value_length: length, false_target_id: otherwise },
});
const end = { id: A, ...hangup };
const dropped = branch({ never: A }, undefined, 'nothing');

const cases: Readonly<Record<string, ExploredCase>> = {
  'a key beyond a number that is none of the cases': {
    actions: [say(), askFor(), ifNumber(digits, '>=', 5, A), branch({ '5': A, '6': A }), end],
    worlds: typed('7', '4', ''),
  },
  'two keys beyond a number that are none of the cases': {
    actions: [askFor(2), ifNumber(digits, '>=', 18, A), branch({ '18': A, '19': A }), end],
    worlds: typed('40', '17', '18'),
  },
  'a value beyond a number that is none of the cases': {
    actions: [ifNumber('${x}', '>=', 18, A), branch({ '18': A, '19': A }, undefined, 'x'), end],
    worlds: withX('40', '18', '17'),
  },
  'a text behind another one that is none of the cases': {
    actions: [ifEqual('${x}', 'm', A, '>='), branch({ m: A, m0: A, other: A }, undefined, 'x'), end],
    worlds: withX('z', 'm', 'other'),
  },
  'a text of a length that is not the one it is compared with': {
    actions: [ifLength('${x}', 4, A), ifEqual('${x}', '0000', A, '!='), dropped, end],
    worlds: withX('1234', '0000'),
  },
  'keys of a length that are not those they are compared with': {
    actions: [askFor(4), ifLength(digits, 4, A), ifEqual(digits, '0000', A, '!='), dropped, end],
    worlds: typed('1234', '0000', '12'),
  },
  'an order of texts and a length': {
    actions: [ifEqual('${x}', '5', A, '>='), ifLength('${x}', 4, A), dropped, end],
    worlds: withX('5678', '1234', '5'),
  },
  'a number between two whole ones': {
    actions: [ifNumber('${x}', '>', 3, A), ifNumber('${x}', '<', 4, A), dropped, end],
    worlds: withX('3.5', '3', '4'),
  },
  'a number between two that are less than one apart': {
    actions: [ifNumber('${x}', '>', 3.2, A), ifNumber('${x}', '<', 3.8, A), dropped, end],
    worlds: withX('3.5', '3.2', '3.8'),
  },
  'a target that a variable from outside names': {
    actions: [askFor(), branch({ '1': '${x}' }, C), { id: B, ...say('Sales') }, stop, { id: C, ...hangup }],
    worlds: [B, C, '', 'x', A].map((x) => ({ digits: ['1'], variables: { x } })),
  },
  'a jump to where a variable from outside says': {
    actions: [
      { type: 'goto', option: { target_id: '${x}', loop_count: 1 } },
      stop,
      { id: B, type: 'hangup', option: { reason: 'busy' } },
      { id: C, ...hangup },
    ],
    worlds: withX(B, C, A),
  },
  'a status that a variable from outside names': {
    actions: [{ type: 'condition_call_status', option: { status: '${x}', false_target_id: A } }, stop, end],
    worlds: withX('progressing', 'hangup'),
  },
  'an operator that a variable from outside names': {
    actions: [ifNumber('7', '${x}', 5, A), stop, end],
    worlds: withX('>', '<'),
  },
};

suite('explore: limits that meet in one variable', () => {
  for (const [name, { actions, worlds }] of Object.entries(cases)) {
    test(name, () => assertExplored(inputOf(actions), worlds));
  }
});
