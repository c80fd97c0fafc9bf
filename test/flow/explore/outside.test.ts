import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type Exploration, type ExploreOptions, explore, exploring } from '../../../flow/explore';
import type { JsonObject } from '../../../flow/json/jsonValue';
import { readFlow } from '../../../flow/model/flowModel';
import { documentInput, type WorldScript } from '../../../flow/simulator';
import { askFor, branch, hangup, ifEqual, ifTime, say, set, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored, type ExploredCase } from '../../support/assertExplored';
import { A, B, C, D } from '../../support/ids';

const withX = (...values: string[]) => [{}, ...values.map((x) => ({ variables: { x } }))];
const long = 'a'.repeat(200);
const caller = 'voipbin.call.source.name';
const text = 'voipbin.conversation_message.text';

const longerThanThree = { value_type: 'length', condition: '>', value_length: 3 };
const after5 = { value_type: 'string', condition: '>', value_string: '5' };

const cases: Readonly<Record<string, ExploredCase>> = {
  'variables that are called as what every object has': {
    actions: [branch({ '1': A }, B, 'constructor'), { id: A, ...hangup }, { id: B, ...stop }],
    worlds: [{}, { variables: { constructor: '1' } }],
  },
  'variables that are all a text with markup says': {
    actions: [say('<speak> ${x} <emphasis>${y}</emphasis></speak>')],
    worlds: [{}, { variables: { x: 'Hello' } }, { variables: { y: 'Hello' }, hangs_up_at: 100 }],
  },
  'variables each of which comes before the next': {
    actions: [
      ...[0, 1, 2, 3, 4].map((at) => ifEqual(`\${v${at}}`, `\${v${at + 1}}`, A, '<')),
      hangup,
      { id: A, ...stop },
    ],
    worlds: [{}, { variables: { v0: 'a', v1: 'b', v2: 'c', v3: 'd', v4: 'e', v5: 'f' } }],
  },
  'variables in order between two texts': {
    actions: [
      ifEqual('${v0}', '4', A, '>'),
      ...[0, 1, 2].map((at) => ifEqual(`\${v${at}}`, `\${v${at + 1}}`, A, '<')),
      ifEqual('${v3}', '5', A, '<'),
      hangup,
      { id: A, ...stop },
    ],
    worlds: [{}, { variables: { v0: '41', v1: '42', v2: '43', v3: '44' } }],
  },
  'a text that lies below another one and is not a number': {
    actions: [
      ifEqual('1${x}', '12:0', A, '<'),
      {
        type: 'condition_variable',
        option: { variable: '1${x}', value_type: 'number', condition: '!=', value_number: 2, false_target_id: B },
      },
      hangup,
      { id: A, ...stop },
      { id: B, ...say('Not a number.') },
    ],
    worlds: withX('2:0', '12:0', '1', 'y'),
  },
  'a length, and what is not a number or has zeros in front': {
    actions: [
      {
        type: 'condition_variable',
        option: { variable: '${x}', value_type: 'length', condition: '==', value_length: 3, false_target_id: A },
      },
      {
        type: 'condition_variable',
        option: { variable: '${x}', value_type: 'number', condition: '!=', value_number: 7, false_target_id: B },
      },
      hangup,
      { id: A, ...stop },
      { id: B, ...say('Not a number, or seven.') },
    ],
    worlds: withX('abc', '007', '123', '7'),
  },
  'a length of a text that begins with something else': {
    actions: [
      { type: 'condition_variable', option: { variable: '+1${x}', ...longerThanThree, false_target_id: A } },
      hangup,
      { id: A, ...stop },
    ],
    worlds: withX('', '2', '23', '234'),
  },
  'a length of a text that was put together before': {
    actions: [
      set('label', 'Hello ${x}'),
      {
        type: 'condition_variable',
        option: { variable: '${label}', ...longerThanThree, value_length: 10, false_target_id: A },
      },
      hangup,
      { id: A, ...stop },
    ],
    worlds: withX('', 'Ann', 'Margarete'),
  },
  'texts in order, one of which ends with something else': {
    actions: [ifEqual('${x}:00', '12:30', A, '<'), hangup, { id: A, ...stop }],
    worlds: withX('', '08', '12', '13', '12:30'),
  },
  'keys in order, with something behind them': {
    actions: [askFor(), ifEqual('${voipbin.call.digits}:00', '12:30', A, '<'), hangup, { id: A, ...stop }],
    worlds: [{}, { digits: ['0'] }, { digits: ['1'] }, { digits: ['2'] }],
  },
  'the reason of a hangup': {
    actions: [{ type: 'hangup', option: { reason: '${x}' } }],
    worlds: withX('', 'busy', 'noanswer', 'lunch'),
  },
  'tones of the caller’s own number, so many that a detector is done': {
    actions: [
      { type: 'amd', option: { machine_handle: 'hangup', async: true } },
      { type: 'digits_send', option: { digits: '${voipbin.call.source.target}', duration: 200, interval: 100 } },
      {
        type: 'condition_variable',
        option: { variable: '${voipbin.call.source.target}', ...longerThanThree, false_target_id: A },
      },
      hangup,
      { id: A, ...stop },
    ],
    worlds: [{ amd: 'machine' }, { amd: 'human' }],
  },
  'digits that come after a text, of no more keys than are asked for': {
    actions: [
      askFor(),
      { type: 'condition_variable', option: { variable: '${voipbin.call.digits}', ...after5, false_target_id: A } },
      hangup,
      { id: A, ...stop },
    ],
    worlds: [{}, { digits: ['4'] }, { digits: ['5'] }, { digits: ['6'] }],
  },
  'a branch by the digits, since the variable that names its variable is empty': {
    actions: [askFor(), branch({ '7': A }, B, '${which}'), { id: A, ...hangup }, { id: B, ...stop }],
    worlds: [{ digits: ['7'] }, { digits: ['7'], variables: { which: 'x' } }, {}],
  },
  'a variable that is read again keeps its value': {
    actions: [
      ifEqual('${x}', '1', A),
      say(),
      { id: A, ...say() },
      ifEqual('${x}', '1', B),
      ifEqual('${x}', '2', C),
      { id: B, ...stop },
      { id: C, ...hangup },
    ],
    worlds: withX('1', '2', ''),
  },
  'a variable that was found to be empty is not open any more': {
    actions: [
      askFor(),
      branch({ '1': A }, D),
      { id: A, ...ifEqual('${x}', '', C), next_id: B },
      // The way on which the variable is still open takes longer.
      { id: D, type: 'sleep', option: { duration: 5000 } },
      { id: B, type: 'beep' },
      ifEqual('${x}', '1', C),
      hangup,
      { id: C, ...stop },
    ],
    worlds: [...withX('', '1'), { digits: ['1'] }, { digits: ['1'], variables: { x: '1' } }],
  },
  'a variable that is tested against several constants': {
    actions: [
      ifEqual('${x}', '1', A),
      hangup,
      { id: A, ...branch({ '2': B, '3': C }, D, 'x') },
      { id: B, type: 'block' },
      { id: C, ...hangup },
      { id: D, ...stop },
    ],
    worlds: withX('1', '2', '3', '4'),
  },
  'a variable that a branch has emptied': {
    actions: [
      branch({ '1': A, '2': B }, C, 'x'),
      { id: A, ...ifEqual('${x}', '', B) },
      hangup,
      { id: B, ...stop },
      { id: C, ...say() },
    ],
    worlds: withX('1', '2', '3'),
  },
  'a variable that is copied before the flow sets it': {
    actions: [
      set('y', '${x}'),
      set('x', '2'),
      ifEqual('${y}', '1', A),
      ifEqual('${x}', '2', B),
      hangup,
      { id: A, ...stop },
      { id: B, type: 'block' },
    ],
    worlds: withX('1', '2'),
  },
  'a variable that is spoken first and tested later': {
    actions: [say('Hello ${x}, this is a longer text'), ifEqual('${x}', long, A), hangup, { id: A, ...stop }],
    worlds: withX(long, '1'),
  },
  'a variable that makes up a whole text, and is tested later': {
    actions: [
      say('${x}${y}'),
      askFor(0, '#'),
      branch({ '1': A }, B),
      { id: A, ...ifEqual('${x}', '', C) },
      { id: B, ...ifEqual('${y}', '2', C) },
      hangup,
      { id: C, ...stop },
    ],
    worlds: [
      ...withX('', '1'),
      { variables: { x: '', y: '2' } },
      { keys: [{ at: 100, keys: '1' }], variables: { y: '2' } },
    ],
  },
  'a text that is too long for what a detector lets it say': {
    actions: [
      { type: 'amd', option: { machine_handle: 'hangup', async: true } },
      say('Hello ${x}'),
      ifEqual('${x}', long, A),
      hangup,
      { id: A, ...stop },
    ],
    worlds: [...withX(long, '1'), { amd: 'machine', variables: { x: long } }, { amd: 'machine' }],
  },
  'a text during which an hour passes': {
    actions: [
      ifTime({ hour: 9 }, B),
      say('Hello ${x}'),
      ifTime({ hour: 9 }, A),
      ifEqual('${x}', long, B),
      hangup,
      { id: A, ...ifEqual('${x}', long, B) },
      { id: B, ...stop },
    ],
    worlds: ['09:30:00', '09:59:59', '10:00:00'].flatMap((time) =>
      withX(long, '1').map((world) => ({ ...world, now: `2026-01-01T${time}Z` })),
    ),
  },
  'the name of the caller, which the flow sets': {
    actions: [set(caller, '1'), ifEqual(`\${${caller}}`, '1', A), stop, { id: A, ...hangup }],
    worlds: [{}],
  },
  'the name of the caller, before the flow sets it': {
    actions: [
      ifEqual(`\${${caller}}`, '1', A),
      set(caller, '2'),
      ifEqual(`\${${caller}}`, '2', B),
      stop,
      { id: A, ...hangup },
      { id: B, type: 'block' },
    ],
    worlds: [{}, { variables: { [caller]: '1' } }],
  },
};

const id = (nth: number) => `30000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const names = (count: number) => Array.from({ length: count }, (_, nth) => `v${nth}`);
const template = (count: number) =>
  names(count)
    .map((name) => `\${${name}}`)
    .join('');
/** A test of each of so many variables, one behind the other; what it says makes no difference afterwards. */
const tests = (count: number): JsonObject[] =>
  names(count).flatMap((name, nth) => [
    ifEqual(`\${${name}}`, 'gold', id(nth)),
    say('Gold.'),
    { id: id(nth), type: 'beep' },
  ]);
const branches = (count: number): JsonObject[] =>
  names(count).flatMap((name, nth) => [
    branch({ a: id(2 * nth) }, id(2 * nth + 1), name),
    { id: id(2 * nth), ...say('A.') },
    { id: id(2 * nth + 1), type: 'beep' },
  ]);

function run(actions: readonly JsonObject[], options?: ExploreOptions): { found: Exploration; slices: number } {
  const going = exploring(inputOf([...actions]), options);
  let slices = 0;
  let step = going.next();
  for (; !step.done; step = going.next()) slices++;
  return { found: step.value, slices };
}

suite('explore: variables from outside', () => {
  for (const [name, { actions, worlds }] of Object.entries(cases)) {
    test(name, () => assertExplored(inputOf(actions), worlds));
  }

  test('a variable is decided by the action that reads it, and no earlier', () => {
    const { ends } = explore(
      inputOf([askFor(), branch({ '1': A }, B), { id: A, ...ifEqual('${x}', '1', B) }, stop, { id: B, ...hangup }]),
    );
    const worldOf = (end: string) => ends.find((found) => found.id === end)?.shortest.world;
    assert.deepEqual(worldOf('caller-hangs-up'), { hangs_up_at: 500 });
    assert.deepEqual(worldOf('finished@4'), { digits: ['1'], variables: { x: '1' } });
  });

  test('who is called keeps the number that the document gives, and has any where it gives none', () => {
    const party = (target: string) => ({ type: 'tel', target });
    const actions = [ifEqual('${voipbin.call.destination.target}', '+15550100009', A), hangup, { id: A, ...stop }];
    const endsOf = (document: JsonObject) => {
      const input = documentInput(document, readFlow(JSON.stringify(document)).shape, {});
      assert.ok(input);
      return explore(input).ends.map((end) => end.id);
    };
    const known = { source: party('+15550100001'), destinations: [party('+15550100002')], actions };
    assert.deepEqual(endsOf({ ...known, destinations: [party('+15550100009')] }).includes('finished@3'), false);
    assert.deepEqual(endsOf(known).includes('hangup@2'), false);
    assert.deepEqual(endsOf({ actions }).sort(), ['finished@3', 'hangup@2']);
  });

  test('of the body of a call each destination is called, unless the world says which one it is', () => {
    const party = (target: string) => ({ type: 'tel', target });
    const actions = [ifEqual('${voipbin.call.destination.target}', '+15550100003', A), stop, { id: A, ...hangup }];
    const body = {
      source: party('+15550100001'),
      destinations: [party('+15550100002'), party('+15550100003')],
      actions,
    };
    const endsOf = (document: JsonObject, world: WorldScript = {}) => {
      const input = documentInput(document, readFlow(JSON.stringify(document)).shape, {});
      assert.ok(input);
      const { complete, ends } = explore(input, { world });
      const own = ends.filter(({ id }) => !id.includes('hangs-up'));
      return [complete, own.map(({ id, shortest }) => [id, shortest.world.destination])];
    };
    const both = [
      ['finished@2', party('+15550100003')],
      ['hangup@3', undefined],
    ];
    assert.deepEqual(endsOf(body), [true, both]);
    assert.deepEqual(endsOf({ ...body, ring_method: 'ring_all' }), [true, both]);
    assert.deepEqual(endsOf(body, { destination: party('+15550100003') }), [
      true,
      [['finished@2', party('+15550100003')]],
    ]);
    // What the document says of every call is not that of one party.
    const variables = { 'voipbin.call.destination.target': '+15550100003' };
    assert.deepEqual(endsOf({ ...body, variables }), [true, [['finished@2', undefined]]]);
  });

  test('a message from outside decides whether an AI has something to talk about', () => {
    const actions = [
      { type: 'ai_talk', option: { ai_id: A } },
      ifEqual(`\${${text}}`, 'stop', A),
      stop,
      { id: A, type: 'block' },
    ];
    const input = { ...inputOf(actions), referenceType: 'conversation', variables: {} };
    assertExplored(input, [{ variables: { [text]: 'stop' } }, { variables: { [text]: 'x' } }]);
  });

  for (const [what, make] of Object.entries({ conditions: tests, branches })) {
    test(`${what} on many variables, one behind the other, do not multiply`, () => {
      const few = run(make(5)).found;
      const many = run(make(20)).found;
      assert.deepEqual([few.complete, many.complete], [true, true]);
      // Each count of executed actions is a state of its own.
      assert.ok(many.states < 1000, `${many.states}`);
      assert.ok(run(make(40)).found.states < 4 * many.states);
    });
  }

  test('a text of many variables and nothing else does not multiply', () => {
    const { found } = run([say(template(20)), ...tests(20)]);
    assert.equal(found.complete, true);
    assert.ok(found.states < 3000, `${found.states}`);
  });

  test('many variables in a longer text are not decided there', () => {
    assert.equal(run([say(`Hello ${template(20)}`), ...tests(20)]).found.states, run(tests(20)).found.states + 1);
  });

  test('a condition on many variables at once is tried to a bound, which is told, with breaks', () => {
    const { found, slices } = run([ifEqual(template(20), 'gold', A), stop, { id: A, ...hangup }]);
    assert.deepEqual([found.complete, found.leftOut], [false, 'values']);
    assert.deepEqual(found.ends.map((end) => end.id).sort(), ['finished@2', 'hangup@3']);
    assert.ok(slices > 100, `${slices}`);
  });

  test('of two variables all are tried', () => {
    const { found } = run([ifEqual(template(2), 'gold', A), stop, { id: A, ...hangup }]);
    assert.equal(found.complete, true);
  });

  test('the bound of states counts within one action', () => {
    const { found, slices } = run([ifEqual(template(20), 'gold', A), stop, { id: A, ...hangup }], { maxStates: 10 });
    assert.deepEqual([found.complete, found.leftOut], [false, 'states']);
    assert.ok(slices < 100, `${slices}`);
  });

  test('a variable that takes the value of another, which has to be greater, can rise in a loop: that is told', () => {
    const next = ifEqual('${last}', '${voipbin.call.digits}', A, '<');
    const loop = [{ id: B, ...set('voipbin.call.digits', '') }, askFor(2), next];
    const flow = [...loop, { ...set('last', '${voipbin.call.digits}'), next_id: B }, { id: A, ...stop }];
    const { complete, leftOut } = explore(inputOf(flow));
    assert.deepEqual([complete, leftOut], [false, 'values']);
  });
});
