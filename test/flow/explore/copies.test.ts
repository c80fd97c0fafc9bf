import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { explore } from '../../../flow/explore';
import type { JsonObject } from '../../../flow/json/jsonValue';
import { askFor, branch, hangup, ifEqual, say, set, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored, type ExploredCase } from '../../support/assertExplored';
import { A, B, C } from '../../support/ids';

const withX = (...values: string[]) => [{}, ...values.map((x) => ({ variables: { x } }))];
const caller = 'voipbin.call.source.name';
const ends = [stop, { id: A, ...hangup }, { id: B, type: 'block' }];

const cases: Readonly<Record<string, ExploredCase>> = {
  'a copy, and what it was copied from': {
    actions: [set('y', '${x}'), ifEqual('${x}', '1', A), ifEqual('${y}', '1', B), ...ends],
    worlds: withX('1', '2'),
  },
  'two copies of one': {
    actions: [set('y', '${x}'), set('z', '${x}'), ifEqual('${y}', '1', A), ifEqual('${z}', '1', B), ...ends],
    worlds: withX('1', '2'),
  },
  'a copy of a copy within a text': {
    actions: [set('y', 'a${x}'), set('z', '${y}b'), ifEqual('${z}', 'a1b', A), ifEqual('${y}', 'a2', B), ...ends],
    worlds: withX('1', '2'),
  },
  'a copy of a variable that the flow has set since': {
    actions: [set('y', '${x}'), set('x', '3'), ifEqual('${y}', '1', A), ifEqual('${x}', '3', B), ...ends],
    worlds: withX('1', '3'),
  },
  'a copy of what a call has at its start, which the flow has set since': {
    actions: [
      set('y', `\${${caller}}`),
      set(caller, '3'),
      ifEqual('${y}', '1', A),
      ifEqual(`\${${caller}}`, '3', B),
      ...ends,
    ],
    worlds: [{}, { variables: { [caller]: '1' } }],
  },
  'a copy that is emptied, and one that is overwritten': {
    actions: [
      set('y', '${x}'),
      branch({ '1': A }, B, 'y'),
      { id: B, ...ifEqual('${y}', '2', A) },
      stop,
      { id: A, ...hangup },
    ],
    worlds: withX('1', '2'),
  },
  'a variable that is added to itself': {
    actions: [{ id: C, ...set('x', '${x}1') }, ifEqual('${x}', '211', A), askFor(), branch({ '1': C }, B), ...ends],
    worlds: [...withX('2', '21'), { variables: { x: '2' }, digits: ['1', '2'] }, { digits: ['1'] }],
  },
  'a spoken text that is silent if the copy is': {
    actions: [set('y', '${x}'), say('${y}'), ifEqual('${y}', '', A), ...ends],
    worlds: [...withX('Hello'), { variables: { x: 'Hello' }, hangs_up_at: 100 }],
  },
  'a copy of digits of which one comes from outside': {
    actions: [askFor(), set('y', '${voipbin.call.digits}${x}'), ifEqual('${y}', '12', A), ...ends],
    worlds: [{ digits: ['1'] }, { digits: ['1'], variables: { x: '2' } }],
  },
  'a copy into the digits': {
    actions: [set('voipbin.call.digits', '${x}'), branch({ '1': A }, B), ...ends],
    worlds: withX('1', '2'),
  },
  'a copy that an AI sets': {
    actions: [
      set('y', '${x}'),
      { type: 'ai_talk', option: { ai_id: A } },
      ifEqual('${y}', '1', A),
      ifEqual('${x}', '2', B),
      ...ends,
    ],
    worlds: [...withX('1', '2'), { ai_sets: { y: '1' } }, { ai_sets: { y: '1' }, variables: { x: '2' } }],
  },
};

const id = (nth: number) => `30000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const each = (count: number, make: (nth: number) => readonly JsonObject[]) =>
  Array.from({ length: count }, (_, nth) => make(nth)).flat();
/** So many variables are copied first, and then each copy is compared once. */
const copied = (count: number) => [
  ...each(count, (nth) => [set(`c${nth}`, `\${v${nth}}`)]),
  ...each(count, (nth) => [ifEqual(`\${c${nth}}`, 'a', id(nth)), say('It is.'), { id: id(nth), type: 'beep' }]),
];

suite('explore: copies of variables from outside', () => {
  for (const [name, { actions, worlds }] of Object.entries(cases)) {
    test(name, () => assertExplored(inputOf(actions), worlds));
  }

  test('many copies, each of which is compared once, do not multiply', () => {
    const few = explore(inputOf(copied(5)));
    const many = explore(inputOf(copied(20)));
    assert.deepEqual([few.complete, many.complete], [true, true]);
    assert.ok(many.states < 1000, `${many.states}`);
  });

  test('a call decides only the variables whose copies it compares', () => {
    const { ends: found } = explore(inputOf([set('y', '${x}'), set('z', '${w}'), ifEqual('${y}', '1', A), ...ends]));
    const worldOf = (end: string) => found.find((item) => item.id === end)?.shortest.world;
    assert.deepEqual(worldOf('finished@4'), { variables: { x: '1' } });
  });
});
