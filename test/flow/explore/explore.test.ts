import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type ExploreOptions, explore, exploring } from '../../../flow/explore';
import { endId, placeOfEnd } from '../../../flow/explore/findings';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { scriptedWorld, simulate, type WorldScript } from '../../../flow/simulator';
import { inputOf } from '../../support/arbitraryFlows';
import { endIn } from '../../support/assertExplored';
import { A, B, NOWHERE } from '../../support/ids';

const explored = (actions: JsonValue, options?: ExploreOptions) => explore(inputOf(actions), options);
const endsOf = (actions: JsonValue, options?: ExploreOptions) =>
  explored(actions, options)
    .ends.map(({ id }) => id)
    .sort();
const edgesOf = (actions: JsonValue, options?: ExploreOptions) =>
  explored(actions, options)
    .edges.map(({ from, name, to }) => `${from.index} ${name} ${to?.index ?? 'end'}`)
    .sort();
const say = { type: 'talk', option: { text: 'Hello there', language: 'en-US' } };
const ask = { type: 'digits_receive', option: { duration: 3000, length: 1 } };
const party = { type: 'tel', target: '+15550100002' };
const connect = (count = 1) => ({
  type: 'connect',
  option: { source: party, destinations: new Array<typeof party>(count).fill(party) },
});

suite('explore: ends', () => {
  test('each case, the default, silence, and the caller who hangs up', () => {
    const menu = [
      ask,
      { type: 'branch', option: { target_ids: { '1': A, '2': B } } },
      { id: A, type: 'stop' },
      { id: B, type: 'hangup' },
    ];
    assert.deepEqual(endsOf(menu), ['caller-hangs-up', 'finished@3', 'hangup@4', 'stopped-invalid-action-id@2']);
  });

  test('a key during a text, where digits are looked at later', () => {
    const flow = [
      say,
      { type: 'condition_call_digits', option: { key: '1', false_target_id: A } },
      { type: 'stop' },
      { id: A, type: 'hangup' },
    ];
    const found = explored(flow);
    const early = found.ends.find(({ id }) => id === 'finished@3');
    assert.deepEqual(
      early?.shortest.world.keys?.map(({ keys }) => keys),
      ['1'],
    );
  });

  test('a loop goes on until the executions are used up', () => {
    const [end] = explored([{ id: A, type: 'answer', next_id: A }]).ends;
    assert.deepEqual([end?.id, end?.shortest.used], ['stopped-budget@1', 101]);
  });

  test('a variable from outside has each value that is compared, and another one', () => {
    const flow = [
      { type: 'branch', option: { variable: 'tier', target_ids: { gold: A }, default_target_id: B } },
      { id: A, type: 'stop' },
      { id: B, type: 'hangup' },
    ];
    const worlds = explored(flow).ends.map(({ id, shortest }) => [id, shortest.world.variables?.tier]);
    assert.deepEqual(Object.fromEntries(worlds), { 'finished@2': 'gold', 'hangup@3': '' });
  });

  test('called parties answer, are busy, and a service refuses', () => {
    assert.deepEqual(endsOf([connect(2), { type: 'hangup' }]), [
      'caller-hangs-up',
      'hangup@2',
      'stopped-no-outgoing-call@1',
    ]);
  });

  test('a person and a machine pick up', () => {
    const flow = [{ type: 'amd', option: { machine_handle: 'hangup', async: false } }, { type: 'stop' }];
    assert.deepEqual(endsOf(flow), ['caller-hangs-up', 'finished@2', 'platform-hangs-up-amd@1']);
  });

  test('a URL gives no actions, fails, or cannot be reached, and that is told', () => {
    const found = explored([{ type: 'fetch', option: { event_url: 'https://flows.example/a' } }]);
    assert.deepEqual(found.ends.map(({ id }) => id).sort(), [
      'finished@1',
      'stopped-fetch-failed@1',
      'stopped-fetch-status@1',
    ]);
    assert.match(found.assumed.join(), /No answer is scripted for https:\/\/flows\.example\/a\. Explored/);
  });

  test('a stored flow is empty or missing, and that is told', () => {
    const found = explored([{ type: 'fetch_flow', option: { flow_id: A } }]);
    assert.deepEqual(found.ends.map(({ id }) => id).sort(), ['finished@1', 'stopped-flow-not-found@1']);
    assert.match(found.assumed.join(), /No actions are scripted for the flow aaaaaaaa/);
  });

  test('what a world says is not tried otherwise', () => {
    const world: WorldScript = { refuses: { connect: 'no credit' } };
    assert.deepEqual(endsOf([connect()], { world }), ['stopped-no-outgoing-call@1']);
  });

  test('the meanings differ where documentation and engine do', () => {
    const flow = [
      { id: A, type: 'answer' },
      { type: 'goto', option: { target_id: A, loop_count: 2 } },
      { type: 'stop' },
    ];
    assert.deepEqual(endsOf(flow), ['stopped-budget@1']);
    assert.deepEqual(endsOf(flow, { semantics: 'documented' }), ['finished@3']);
  });
});

suite('explore: edges', () => {
  test('of a menu, by their names', () => {
    const menu = [
      { id: A, ...ask },
      { type: 'branch', option: { target_ids: { '1': B }, default_target_id: A } },
      { id: B, ...say },
    ];
    assert.deepEqual(
      edgesOf(menu),
      ['0 next 1', '1 "1" 2', '1 default 0', '2 next end'].map((edge) => edge.replace('next end', 'end end')).sort(),
    );
  });

  test('a connect leads to the action behind it, though VoIPbin puts a list in between', () => {
    assert.deepEqual(edgesOf([say, connect(), { type: 'hangup' }]), ['0 next 1', '1 next 2']);
  });

  test('next_id, goto, false and the way back to the start', () => {
    const start = '00000000-0000-0000-0000-000000000001';
    const flow = [
      {
        type: 'condition_variable',
        option: { variable: '${a}', condition: '==', value_type: 'string', value_string: 'x', false_target_id: A },
      },
      { type: 'answer', next_id: B },
      { id: A, type: 'goto', option: { target_id: B, loop_count: 1 } },
      { id: B, type: 'answer', next_id: start },
    ];
    assert.deepEqual(edgesOf(flow), ['0 false 2', '0 next 1', '1 next_id 3', '2 goto 3', '3 restart 0']);
  });

  test('each has a call that takes it', () => {
    const menu = [
      ask,
      { type: 'branch', option: { target_ids: { '1': A }, default_target_id: B } },
      { id: A, type: 'stop' },
      { id: B, type: 'hangup' },
    ];
    for (const { from, to, call } of explored(menu).edges) {
      const { events } = simulate(inputOf(menu), scriptedWorld(call.world), { semantics: 'observed' });
      const steps = events.flatMap((event) => (event.type === 'action' ? [event.place?.index] : []));
      assert.ok(
        steps.some((step, at) => step === from.index && steps[at + 1] === to?.index),
        `${from.index} ${to?.index}`,
      );
    }
  });
});

suite('explore: numbers', () => {
  const flow = [
    { id: A, type: 'sleep', option: { duration: 1000 } },
    ask,
    { type: 'branch', option: { target_ids: { '1': A }, default_target_id: B } },
    { id: B, type: 'hangup' },
  ];

  test('when each action runs', () => {
    const visits = Object.fromEntries(explored(flow).visits.map(({ at, ...times }) => [at.index, times]));
    assert.deepEqual(visits['0']?.earliest, 0);
    assert.deepEqual(visits['1']?.earliest, 1000);
    // A key that is pressed during the sleep is not asked for again.
    assert.deepEqual(visits['3']?.earliest, 1000);
    assert.ok((visits['3']?.latest ?? 0) > 30_000);
  });

  test('how often one action runs at most, when that is asked', () => {
    assert.equal(explored(flow, { countOf: '0' }).most, 34);
    assert.equal(explored(flow, { countOf: '3' }).most, 1);
    assert.equal(explored(flow).most, undefined);
  });

  test('the longest call, and the one that uses most', () => {
    const end = explored(flow).ends.find(({ id }) => id === 'hangup@4');
    assert.deepEqual([end?.shortest.duration, end?.shortest.used], [1400, 4]);
    assert.ok((end?.longest ?? 0) > 30_000);
    assert.equal(end?.maxUsed, 100);
  });
});

suite('explore: keys pressed into texts', () => {
  const prompt = {
    ...say,
    option: { ...say.option, text: 'Welcome to our company, press one.', digits_handle: 'next' },
  };
  const flow = [
    prompt,
    prompt,
    { type: 'branch', option: { target_ids: { '1': A }, default_target_id: A } },
    { id: A, type: 'hangup' },
  ];

  test('the call that is shown waits for the texts, the least time and the earliest moments do not', () => {
    const { ends, visits } = explored(flow);
    const end = ends.find(({ id }) => id === 'hangup@4');
    assert.deepEqual([end?.shortest.world, end?.shortest.duration, end?.earliest, end?.longest], [{}, 4760, 800, 4760]);
    assert.deepEqual(
      visits.map(({ earliest }) => earliest),
      [0, 400, 800, 800],
    );
  });

  test('the least time is that of a call', () => {
    const world = { keys: [400, 800].map((at) => ({ at, keys: '1' })) };
    assert.equal(endIn(inputOf(flow), world, 'observed').duration, 800);
  });
});

suite('explore: bounds', () => {
  const menu = [
    ask,
    { type: 'branch', option: { target_ids: { '1': A }, default_target_id: B } },
    { id: A, type: 'stop' },
    { id: B, type: 'hangup' },
  ];

  test('the bound of states is kept and told', () => {
    const found = explored(menu, { maxStates: 2 });
    assert.deepEqual([found.states, found.complete], [2, false]);
    assert.equal(explored(menu).complete, true);
  });

  test('where the bound of states is reached, single calls are followed to all ends that they meet', () => {
    const tests = Array.from({ length: 12 }, (_, at) => [
      {
        type: 'condition_variable',
        option: {
          variable: `\${v${at}}`,
          value_type: 'string',
          condition: '==',
          value_string: 'a',
          false_target_id: A,
        },
      },
    ]).flat();
    const flow = [...tests, { type: 'stop' }, { id: A, type: 'hangup' }];
    const found = explored(flow, { maxStates: 3 });
    assert.deepEqual([found.states, found.leftOut], [3, 'states']);
    assert.deepEqual(found.ends.map((end) => end.id).sort(), ['finished@13', 'hangup@14']);
    for (const { id, shortest } of found.ends) {
      const end = endIn(inputOf(flow), shortest.world, 'observed');
      assert.deepEqual(end, { id, duration: shortest.duration, used: shortest.used });
    }
    assert.deepEqual(explored(flow, { maxStates: 3 }), found);
  });

  test('the bound of time is kept and told, by the clock that is given', () => {
    let seconds = 0;
    const now = () => 1000 * seconds++;
    const kept = [0, 1, 2, 3, 4, 5];
    const flow = [
      ...kept.flatMap((at) => [
        ask,
        { type: 'variable_set', option: { key: `k${at}`, value: '${voipbin.call.digits}' } },
        { type: 'variable_set', option: { key: 'voipbin.call.digits', value: '' } },
      ]),
      ...kept.map((at) => ({
        id: idOf(at),
        type: 'branch',
        option: { variable: `k${at}`, target_ids: { '1': B }, default_target_id: idOf(at + 1) },
      })),
      { id: idOf(kept.length), type: 'stop' },
      { id: B, type: 'hangup' },
    ];
    const whole = explored(flow, { time: { now: () => 0, most: 1 } });
    assert.equal(whole.complete, true);
    const found = explored(flow, { time: { now, most: 1 } });
    assert.deepEqual([found.complete, found.leftOut], [false, 'time']);
    assert.ok(found.ends.length > 0 && found.states < whole.states, `${found.states} of ${whole.states}`);
    const atOnce = explored(flow, { time: { now, most: 0 } });
    assert.deepEqual([atOnce.leftOut, atOnce.ends.length > 0], ['time', true]);
  });

  test('a call presses no key that is not taken', () => {
    const actions = [
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { type: 'branch', option: { target_ids: { '12': A, '2': A }, default_target_id: B } },
      { id: A, type: 'hangup' },
      { id: B, type: 'stop' },
    ];
    const digits = explored(actions).edges.flatMap(({ call }) => call.world.digits ?? []);
    assert.deepEqual(
      digits.filter((entry) => entry.length > 1),
      [],
    );
    const { ways } = explored(actions).ends.find(({ id }) => id === 'hangup@3') ?? {};
    assert.equal(ways, 1);
  });

  test('the same flow gives the same every time', () => {
    assert.deepEqual(explored(menu), explored(JSON.parse(JSON.stringify(menu))));
  });

  test('it can be left at every slice', () => {
    const long = new Array<typeof ask>(90).fill(ask);
    const going = exploring(inputOf([...long, ...menu]));
    const first = going.next();
    assert.equal(first.done, false);
    assert.ok(Number(first.value) <= 256);
    assert.equal(going.return({ ...explored(menu) }).done, true);
  });

  test('many dates are looked at only to a bound, which is told, and leave others their turn', () => {
    const conditions = Array.from({ length: 300 }, (_, at) => ({
      type: 'condition_datetime',
      option: {
        condition: '==',
        hour: at % 24,
        minute: at % 60,
        day: 1 + (at % 31),
        month: 1 + (at % 12),
        false_target_id: A,
      },
    }));
    const loop = [...conditions, { id: A, type: 'sleep', option: { duration: 1e12 }, next_id: B }];
    const going = exploring(inputOf([{ id: B, type: 'answer' }, ...loop]), { maxStates: 500 });
    let slices = 0;
    let step = going.next();
    for (; !step.done; step = going.next()) slices++;
    assert.equal(step.value.complete, false);
    assert.ok(slices > 0);
  });

  test('menus in a row do not multiply', () => {
    const rows = (count: number) =>
      explored(
        Array.from({ length: count }, (_, at) => [
          ask,
          {
            type: 'branch',
            option: { target_ids: { '1': idOf(at), '2': idOf(at), '3': idOf(at) }, default_target_id: idOf(at) },
          },
          { id: idOf(at), ...say },
        ]).flat(),
      ).states;
    assert.equal(rows(8) - rows(4), 4 * (rows(2) - rows(1)));
  });
});

const idOf = (at: number) => `a0000000-0000-4000-8000-00000000000${at}`;

suite('explore: broken flows', () => {
  const cases: readonly (readonly [string, JsonValue, readonly string[]])[] = [
    ['no list of actions', 'none', ['refused-invalid-json-body']],
    ['an empty list', [], ['finished']],
    ['an unknown type', [{ type: 'patch' }], ['refused-invalid-action-type']],
    [
      'a target that is not there',
      [say, { type: 'goto', option: { target_id: NOWHERE, loop_count: 1 } }],
      ['caller-hangs-up', 'stopped-no-more-stack-left@2'],
    ],
    [
      'a target that is not a UUID',
      [{ type: 'goto', option: { target_id: 'menu', loop_count: 1 } }],
      ['stopped-decode@1'],
    ],
    ['an option of the wrong form', [{ type: 'branch', option: { target_ids: [1] } }], ['stopped-decode@1']],
    [
      'a target that a variable names',
      [
        { type: 'variable_set', option: { key: 'a', value: B } },
        { type: 'goto', option: { target_id: '${a}', loop_count: 1 } },
        { id: B, type: 'stop' },
      ],
      ['finished@3'],
    ],
  ];
  for (const [name, actions, ends] of cases) {
    test(`${name}: explored until the engine stops`, () => assert.deepEqual(endsOf(actions), ends));
  }

  test('its ends are those of the simulator', () => {
    for (const [, actions] of cases) {
      const { events, result } = simulate(inputOf(actions), scriptedWorld({}), { semantics: 'observed' });
      const last = events.at(-1);
      assert.ok(last?.type === 'end');
      assert.ok(endsOf(actions).includes(endId(result, placeOfEnd(result, last))));
    }
  });
});
