import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { Semantics } from '../../../flow/catalog/semantics';
import { endId, placeOfEnd } from '../../../flow/explore/findings';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { readFlow } from '../../../flow/model/flowModel';
import { type Simulation, scriptedWorld, simulate, type WorldScript } from '../../../flow/simulator';
import { endsOnlyInOther, exploringWays, untakenEdges, type Ways } from '../../../flow/ways';
import { arbitraryWorld } from '../../support/arbitraryCalls';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { A, B, C } from '../../support/ids';

const party = { type: 'tel', target: '+15550100002' };
const place = (actions: readonly object[], more = {}) => ({
  type: 'call',
  option: { source: party, destinations: [party], actions, ...more },
});
const compare = (variable: string, value: string, otherwise: string) => ({
  type: 'condition_variable',
  option: { variable, condition: '==', value_type: 'string', value_string: value, false_target_id: otherwise },
});
const ask = { type: 'digits_receive', option: { duration: 3000, length: 1 } };
const set = (key: string, value: string) => ({ type: 'variable_set', option: { key, value } });

interface Options {
  readonly semantics?: Semantics;
  readonly world?: WorldScript;
  readonly maxStates?: number;
}

function waysOf(actions: JsonValue, { semantics = 'observed', ...options }: Options = {}) {
  const model = readFlow(JSON.stringify({ actions }));
  const going = exploringWays(model, inputOf(actions), { semantics, ...options });
  let step = going.next();
  while (!step.done) step = going.next();
  const [main, ...placed] = step.value;
  assert.ok(main);
  return { model, main, placed };
}

/** What the first placed list comes to, without what becomes of every called party. */
function placedBy(actions: readonly object[], options?: Options) {
  const json = JSON.parse(JSON.stringify(actions)) as JsonValue;
  const {
    model,
    placed: [ways],
  } = waysOf(json, options);
  assert.ok(ways);
  const idsOf = (ends: readonly { readonly id: string }[]) =>
    ends
      .map(({ id }) => id)
      .filter((id) => !id.includes('hangs-up'))
      .sort();
  return { model, ways, json, ends: idsOf(ways.found.ends), other: idsOf(endsOnlyInOther(ways)) };
}

/** The ends of the calls that a run places by an action, in a world. */
function placedEnds(
  actions: JsonValue,
  index: string,
  world: WorldScript,
  semantics: Semantics = 'observed',
): readonly string[] {
  const input = inputOf(actions);
  const whole = simulate({ ...input, variables: { ...input.variables, ...world.variables } }, scriptedWorld(world), {
    semantics,
  });
  const events = whole.events.flatMap((event) => (event.type === 'child' ? [event] : []));
  return whole.children.flatMap((child: Simulation, nth) => {
    const last = child.events.at(-1);
    if (events[nth]?.place?.index !== index || last?.type !== 'end') return [];
    return [endId(child.result, placeOfEnd(child.result, last))];
  });
}

function assertShown({ found, inWhole }: Ways, actions: JsonValue, index: string): void {
  for (const { id, shortest } of found.ends) {
    const world = inWhole(shortest.world);
    const ends = placedEnds(actions, index, world, found.semantics);
    assert.ok(ends.includes(id), `${id} is not among ${ends.join(', ')}: ${JSON.stringify(world)}`);
  }
}

suite('calls that a flow places', () => {
  test('a text of the placed flow has the variables of the flow around it, as when the call is placed', () => {
    const inner = [
      compare('${kind}', 'vip', C),
      { type: 'hangup' },
      { id: C, type: 'branch', option: { target_ids: { '1': C } } },
    ];
    const { ways, json, ends } = placedBy([set('kind', 'vip'), place(inner), { type: 'hangup' }]);
    assert.deepEqual(ends, ['hangup@2']);
    assert.ok(ways.found.complete);
    assertShown(ways, json, '1');
  });

  test('begin at the time of the world, which is UTC without a zone, wherever it is read', () => {
    const atTen = { type: 'condition_datetime', option: { condition: '==', hour: 10, minute: 30, false_target_id: C } };
    const flow = [
      { type: 'sleep', option: { duration: 1000 } },
      place([atTen, { type: 'hangup' }, { id: C, type: 'stop' }]),
    ];
    const before = process.env.TZ;
    try {
      process.env.TZ = 'America/New_York';
      assert.deepEqual(placedBy(flow, { world: { now: '2026-11-18T10:30:00' } }).ends, ['hangup@2']);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test('digits in a text are those of the caller around it, not those of the placed call', () => {
    const inner = [ask, compare('${voipbin.call.digits}', '1', C), { type: 'hangup' }, { id: C, type: 'stop' }];
    const { model, ways, ends } = placedBy([place(inner), { type: 'hangup' }]);
    assert.deepEqual(ends, ['finished@4']);
    assert.deepEqual(
      untakenEdges(model, ways).map(({ name }) => name),
      ['next'],
    );
  });

  test('each value that the caller can leave there is explored, with the call that places it', () => {
    const inner = [compare('${voipbin.call.digits}', '7', C), { type: 'hangup' }, { id: C, type: 'stop' }];
    const { ways, json, ends } = placedBy([ask, place(inner)]);
    assert.deepEqual(ends, ['finished@3', 'hangup@2']);
    const hangup = ways.found.ends.find(({ id }) => id === 'hangup@2');
    assert.deepEqual(hangup && ways.inWhole(hangup.shortest.world), {
      digits: ['7'],
      calls: [{ callees: ['answers'] }],
    });
    assertShown(ways, json, '1');
  });

  test('a variable from outside that only the placed flow compares is tried with each of its values', () => {
    const inner = [compare('${kind}', 'vip', C), { type: 'hangup' }, { id: C, type: 'stop' }];
    const { ways, json, ends } = placedBy([place(inner)]);
    assert.deepEqual(ends, ['finished@3', 'hangup@2']);
    assertShown(ways, json, '0');
  });

  test('an action that calls several parties runs its flow with each of them', () => {
    const [first, second] = [party, { type: 'tel', target: '+15550100003' }];
    const variable = 'voipbin.call.destination.target';
    const inner = [
      { type: 'branch', option: { variable, target_ids: { [first.target]: A } } },
      { id: A, type: 'hangup' },
    ];
    const { ways, json, ends } = placedBy([place(inner, { destinations: [first, second] }), { type: 'hangup' }]);
    assert.deepEqual(ends, ['hangup@2', 'stopped-invalid-action-id@1']);
    assert.ok(ways.found.complete);
    assertShown(ways, json, '0');
    const dropped = ways.found.ends.find(({ id }) => id === 'stopped-invalid-action-id@1');
    assert.deepEqual(dropped && ways.inWhole(dropped.shortest.world), { calls: [{}, { callees: ['answers'] }] });
  });

  test('the world of one of several placed calls counts for that one only', () => {
    const inner = [{ type: 'talk', option: { text: 'Hello', language: 'en-US' } }, { type: 'hangup' }];
    const actions = [place(inner, { destinations: [party, party] })];
    const { ways, json } = placedBy(actions, { world: { calls: [{ callees: ['busy'] }, { callees: ['answers'] }] } });
    const ids = ways.found.ends.map(({ id }) => id).sort();
    assert.deepEqual(ids, ['callee-hangs-up-busy', 'caller-hangs-up', 'hangup@2']);
    assertShown(ways, json, '0');
  });

  test('nothing outside gives the placed flow a variable', () => {
    const { ends } = placedBy([
      place([
        { type: 'branch', option: { variable: 'kind', target_ids: { vip: A }, default_target_id: B } },
        { id: A, type: 'hangup' },
        { id: B, type: 'stop' },
      ]),
    ]);
    assert.deepEqual(ends, ['finished@3']);
  });

  test('a call that no call reaches is not explored, and says so', () => {
    const { ways, ends } = placedBy([
      { type: 'hangup' },
      place([{ type: 'branch', option: { target_ids: { '1': A } } }]),
    ]);
    assert.deepEqual([ways.isPlaced, ways.found.complete, ends], [false, true, []]);
  });

  test('where the exploration was cut off, other flows may be placed', () => {
    const inner = [compare('${kind}', 'vip', C), { id: C, type: 'stop' }];
    const keys = Array.from({ length: 30 }, (_, at) => [String(at + 10), B]);
    const { ways } = placedBy(
      [
        { type: 'digits_receive', option: { duration: 3000, length: 2 } },
        { type: 'branch', option: { target_ids: Object.fromEntries([...keys, ['99', A]]), default_target_id: B } },
        { id: A, ...place(inner) },
        { id: B, type: 'stop' },
      ],
      { maxStates: 1 },
    );
    assert.deepEqual([ways.isPlaced, ways.found.leftOut], [false, 'states']);
  });

  test('a call that only the documented engine places has its ends there', () => {
    const loop = [
      { id: A, type: 'answer' },
      { type: 'goto', option: { target_id: A, loop_count: 1 } },
      place([{ type: 'beep' }]),
    ];
    const { ways, json, ends, other } = placedBy(loop);
    assert.deepEqual([ways.isPlaced, ends, other], [false, [], ['finished@1']]);
    const [end] = ways.other.ends.filter(({ id }) => id === 'finished@1');
    assert.ok(end);
    assert.deepEqual(placedEnds(json, '2', ways.inWhole(end.shortest.world), 'documented'), ['finished@1']);
  });

  test('nothing else is tried for what a world says of the placed call', () => {
    const inner = [
      ask,
      { type: 'branch', option: { target_ids: { '1': A }, default_target_id: B } },
      { id: A, type: 'hangup' },
      { id: B, type: 'stop' },
    ];
    const world = { calls: [{}, { digits: ['2'], callees: ['answers' as const] }] };
    const { ways, ends } = placedBy([place([{ type: 'beep' }]), place(inner)], { world });
    assert.deepEqual(ends, ['finished@1']);
    const { placed } = waysOf(JSON.parse(JSON.stringify([place([{ type: 'beep' }]), place(inner)])), { world });
    assert.deepEqual(placed[1]?.found.ends.map(({ id }) => id).sort(), ['caller-hangs-up', 'finished@4']);
    assert.ok(ways.found.complete);
  });

  test('times of a placed call are those of its own call in the world of the whole flow', () => {
    const json = JSON.parse(
      JSON.stringify([
        { type: 'sleep', option: { duration: 20_000 } },
        place([{ type: 'sleep', option: { duration: 4000 } }, { type: 'stop' }]),
      ]),
    ) as JsonValue;
    const [ways] = waysOf(json).placed;
    assert.ok(ways);
    assert.ok(ways.found.ends.some(({ id }) => id === 'caller-hangs-up'));
    assertShown(ways, json, '1');
  });

  test('what is refused to the flow around is not refused to the call', () => {
    const sends = { type: 'message_send', option: { source: party, destinations: [party], text: 'Hi' } };
    const json = JSON.parse(
      JSON.stringify([place([sends, { type: 'connect', option: { source: party, destinations: [party] } }])]),
    ) as JsonValue;
    const [ways] = waysOf(json).placed;
    assert.ok(ways);
    assertShown(ways, json, '0');
  });

  test('it is told that a chained call is explored as if the call around it did not end', () => {
    const { ways } = placedBy([place([{ type: 'sleep', option: { duration: 9000 } }], { chained: true })]);
    assert.deepEqual(ways.found.assumed, [
      'A chained call ends with the call that places it. Its ways are explored as if that call did not end before.',
    ]);
    assert.deepEqual(placedBy([place([{ type: 'beep' }])]).ways.found.assumed, []);
  });

  test('it is told of a call within a chained one, too', () => {
    const chained = place([place([{ type: 'beep' }])], { chained: true });
    const { placed } = waysOf(JSON.parse(JSON.stringify([chained])) as JsonValue);
    assert.deepEqual(
      placed.map(({ found }) => found.assumed.filter((text) => text.startsWith('A chained call')).length),
      [1, 1],
    );
  });

  test('values that the placed list cannot tell apart are one, however many calls compare others', () => {
    const ifV = (text: string) => ({
      type: 'condition_variable',
      option: {
        variable: '${v}',
        value_type: 'string',
        condition: '!=',
        value_string: text,
        false_target_id: C,
      },
    });
    const lists = Array.from({ length: 25 }, (_, at) =>
      place([ifV(`k${at}`), { type: 'beep' }, { id: C, type: 'stop' }]),
    );
    const { placed } = waysOf(JSON.parse(JSON.stringify(lists)) as JsonValue);
    for (const [at, { found }] of placed.entries()) {
      assert.equal(found.complete, true, `${at}: ${found.leftOut}`);
      assert.ok(
        found.edges.some(({ name }) => name === 'false'),
        `${at}`,
      );
      assert.ok(
        found.visits.some(({ at: place }) => place.index.endsWith('1')),
        `${at}`,
      );
    }
  });

  test('a value that the placed list fetches from, and keys that it stores, count as they are', () => {
    const flow = [
      set('a', '${outside}'),
      {
        type: 'condition_variable',
        option: {
          variable: '${outside}',
          value_type: 'string',
          condition: '==',
          value_string: '12',
          false_target_id: C,
        },
      },
      {
        id: C,
        ...place([
          set('voipbin.call.digits', '${a}'),
          { type: 'condition_call_digits', option: { length: 2, false_target_id: A } },
          { type: 'beep' },
          { id: A, type: 'stop' },
        ]),
      },
    ];
    const { placed } = waysOf(JSON.parse(JSON.stringify(flow)) as JsonValue);
    const [ways] = placed;
    assert.ok(ways?.found.complete);
    assert.ok(ways.found.edges.some(({ name }) => name === 'false') && ways.found.visits.length === 4);
  });

  test('of any flow: every end of a placed call was found, and every world shows the end that it was made for', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom<object>(ask, set('a', '1'), set('a', '${outside}'), set('b', '2'), {
            type: 'sleep',
            option: { duration: 2000 },
          }),
          { maxLength: 3 },
        ),
        arbitraryFlow,
        fc.array(fc.tuple(arbitraryWorld, arbitraryWorld), { maxLength: 5 }),
        fc.constantFrom('observed' as const, 'documented' as const),
        (before, inner, worlds, semantics) => {
          const actions = JSON.parse(JSON.stringify([...before, place(inner as readonly object[])])) as JsonValue;
          const index = String(before.length);
          const [ways] = waysOf(actions, { semantics, maxStates: 500 }).placed;
          assert.ok(ways);
          assertShown(ways, actions, index);
          if (!ways.found.complete) return;
          const found = new Set(ways.found.ends.map(({ id }) => id));
          for (const [around, { variables: _, ...met }] of worlds) {
            const world = { ...around, calls: [met] };
            for (const id of placedEnds(actions, index, world, semantics))
              assert.ok(found.has(id), `${id}: ${JSON.stringify(world)}`);
          }
        },
      ),
      { numRuns: Number(process.env.EXPLORED_FLOWS ?? 15) },
    );
  }).timeout(600_000);
});
