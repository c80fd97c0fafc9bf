import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { endId, explore, placeOfEnd } from '../../../flow/explore';
import {
  callVariables,
  type JsonObject,
  type JsonValue,
  type RunInput,
  scriptedWorld,
  simulate,
  type WorldScript,
} from '../../../flow/simulator';
import { A, B, C } from '../../support/ids';

const party = { type: 'tel', target: '+15550100001' };
const inputOf = (actions: JsonValue): RunInput => ({
  actions,
  referenceType: 'call',
  variables: callVariables('00000000-0000-4000-b000-000000000001', party, party, 'incoming'),
});

/** The end that a world leads to, as the exploration names it. */
function endIn(actions: JsonValue, world: WorldScript, semantics: 'observed' | 'documented'): string {
  const input = inputOf(actions);
  const { events, result } = simulate(
    { ...input, variables: { ...input.variables, ...world.variables } },
    scriptedWorld(world),
    { semantics },
  );
  const last = events.at(-1);
  assert.ok(last?.type === 'end');
  return endId(result, placeOfEnd(result, last));
}

const id = fc.constantFrom(A, B, C);
const digits = fc.constantFrom('1', '2', '3', '', '12', '1#');
const option: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  talk: fc.record({ text: fc.constantFrom('Hello there', 'Press a key', ''), language: fc.constant('en-US') }),
  digits_receive: fc.record({
    duration: fc.constantFrom(0, 3000),
    length: fc.constantFrom(0, 1, 2),
    key: fc.constantFrom('', '#'),
  }),
  branch: fc.record(
    {
      variable: fc.constantFrom('voipbin.call.digits', 'a'),
      target_ids: fc.dictionary(digits, id, { maxKeys: 3 }),
      default_target_id: id,
    },
    { requiredKeys: ['target_ids'] },
  ),
  goto: fc.record({ target_id: id, loop_count: fc.constantFrom(0, 1, 2) }),
  condition_variable: fc.record({
    variable: fc.constantFrom('${voipbin.call.digits}', '${a}', '${outside}'),
    value_type: fc.constantFrom('string', 'number', 'length'),
    condition: fc.constantFrom('==', '!=', '>'),
    value_string: digits,
    value_number: fc.constantFrom(1, 2),
    value_length: fc.constantFrom(0, 1, 2),
    false_target_id: id,
  }),
  variable_set: fc.record({
    key: fc.constantFrom('a', 'b', 'voipbin.call.digits'),
    value: fc.constantFrom('1', '', '${voipbin.call.digits}', '${outside}', '${b}'),
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
  hangup: fc.constant({}),
  stop: fc.constant({}),
} as Readonly<Record<string, fc.Arbitrary<JsonObject>>>;

const action = fc
  .constantFrom(...Object.keys(option))
  .chain((type) =>
    fc.record(
      { id, next_id: id, type: fc.constant(type), option: option[type] ?? fc.constant({}) },
      { requiredKeys: ['type', 'option'] },
    ),
  );
const flow = fc.array(action, { minLength: 1, maxLength: 8 }).map((actions) => {
  // The ids that jumps name are there once each, so that most lead somewhere.
  const named = actions.map(({ id: _, ...rest }, at) => ({ ...rest, id: [A, B, C][at] ?? undefined }));
  return JSON.parse(JSON.stringify(named)) as JsonValue;
});

const typed = fc.constantFrom('', '1', '2', '3', '12', '9', '#', '1#', '77');
const callee = fc.constantFrom('answers' as const, 'busy' as const, 'no_answer' as const, 'fails' as const);
const world: fc.Arbitrary<WorldScript> = fc.record(
  {
    digits: fc.array(typed, { maxLength: 5 }),
    callees: fc.array(callee, { maxLength: 8 }),
    hangs_up_at: fc.constantFrom(300, 4000, 20_000),
    amd: fc.constantFrom('human' as const, 'machine' as const),
    refuses: fc.constantFrom<Record<string, string>>({}, { connect: 'no' }, { message_send: 'no' }),
    variables: fc.record({ outside: fc.constantFrom('', '1', '2', '12', 'x') }),
    now: fc.constantFrom(
      '2026-11-18T10:30:00Z',
      '2026-11-18T09:00:00Z',
      '2026-11-18T17:31:00Z',
      '2026-11-18T03:10:00Z',
    ),
  },
  { requiredKeys: [] },
);

const semantics = fc.constantFrom('observed' as const, 'documented' as const);

/** A long run takes as many as it is told: EXPLORED_FLOWS=10000. */
const numRuns = Number(process.env.EXPLORED_FLOWS ?? 300);

suite('explore: any flow', () => {
  test('every end that a world leads to was found', () => {
    fc.assert(
      fc.property(flow, fc.array(world, { minLength: 1, maxLength: 10 }), semantics, (actions, worlds, meaning) => {
        const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
        if (!found.complete) return;
        const ends = new Set(found.ends.map((end) => end.id));
        for (const one of worlds) {
          const end = endIn(actions, one, meaning);
          assert.ok(ends.has(end), `${end} in ${JSON.stringify(one)} is none of ${[...ends].join(', ')}`);
        }
      }),
      { numRuns },
    );
  }).timeout(600_000);

  test('every world that it hands out leads to the end that it was made for', () => {
    fc.assert(
      fc.property(flow, semantics, (actions, meaning) => {
        const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
        for (const end of found.ends) {
          assert.equal(endIn(actions, end.shortest.world, meaning), end.id, JSON.stringify(end.shortest.world));
        }
      }),
      { numRuns },
    );
  }).timeout(600_000);
});
