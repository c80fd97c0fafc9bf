import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { pathsCommand } from '../../../cli/paths/pathsCommand';
import { simulateCommand } from '../../../cli/simulate/simulateCommand';
import { UsageError } from '../../../cli/usageError';
import { recordingIo, withFolder } from '../../support/cli';

const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
const say = (text: string, more = {}) => ({ type: 'talk', option: { text, language: 'en-US' }, ...more });
const party = (n: number) => ({ type: 'tel', target: `+1555010000${n}` });
const menu = {
  actions: [
    say('Press 1.', { id: id(1) }),
    { type: 'digits_receive', option: { duration: 5000, length: 1 } },
    { type: 'branch', option: { default_target_id: id(4), target_ids: { '1': id(2) } } },
    { id: id(2), type: 'hangup' },
    { id: id(4), type: 'goto', option: { target_id: id(1), loop_count: 1 } },
    say('Good bye.'),
  ],
};

interface JsonEnd {
  readonly id: string;
  readonly at: readonly (string | number)[] | null;
  readonly dropped: boolean;
  readonly in_other: boolean | null;
  readonly shortest: { readonly used: number; readonly world: object };
}

async function paths(args: string[], flow: unknown = menu, world?: unknown) {
  const { io, written } = recordingIo(typeof flow === 'string' ? flow : JSON.stringify(flow));
  const code = await withFolder({ 'w.json': JSON.stringify(world ?? {}) }, (folder) =>
    pathsCommand([...(world === undefined ? [] : ['--world', `${folder}/w.json`]), ...args, '-'], io),
  );
  return { code, ...written };
}
const jsonOf = async (args: string[], flow?: unknown, world?: unknown) =>
  JSON.parse((await paths(['--format', 'json', ...args], flow, world)).stdout);
const idsOf = (list: { ends: readonly JsonEnd[] }) => list.ends.map((end) => end.id).sort();

suite('paths as text', () => {
  test('tells how calls end, what the caller did, how long, and how much was used', async () => {
    const { stdout } = await paths(['--semantics', 'documented']);
    assert.equal(
      stdout,
      [
        '<stdin>  incoming call, as documented',
        '',
        'Calls end in 3 ways. The shortest call of each:',
        '',
        '  hangup  caller-hangs-up',
        '    The caller hung up.',
        '    the caller hangs up after 280 ms',
        '    280 ms to 11.4 s, 1 to 9 executions; 17 ways lead here',
        '',
        '  finished at 6 talk "Good bye."  finished@6  only as documented',
        '    The flow reached its end.',
        '    the caller presses 2 (2 times)',
        '    1.8 s to 11.8 s, 10 executions; 9 ways lead here',
        '',
        '  hangup at 4  hangup@4',
        '    The flow hung up.',
        '    the caller presses 1',
        '    560 ms to 6.5 s, 4 to 8 executions; 8 ways lead here',
        '',
        'Only as observed:',
        '',
        '  stopped at 1 talk "Press 1."  stopped-budget@1',
        '    The flow has used up its 101 executions.',
        '    the caller presses 2 (25 times)',
        '    14.6 s to 2 min 19.6 s, 101 executions; more than a billion ways lead here',
        '',
      ].join('\n'),
    );
  });

  test('says first that not everything was explored', async () => {
    const { stdout } = await paths(['--max-states', '3']);
    const [title, bound] = stdout.split('\n');
    assert.match(title ?? '', /as observed/);
    assert.match(bound ?? '', /^Only 3 states were explored as observed\. .* Raise --max-states/);
    assert.match(stdout, /No explored call takes these ways:/);
  });

  test('says that one state was explored', async () => {
    const [, bound] = (await paths(['--max-states', '1'])).stdout.split('\n');
    assert.match(bound ?? '', /^Only one state was explored as observed\./);
  });

  test('says that one action reads too many variables', async () => {
    const variable = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `\${${name}}`).join('');
    const option = { variable, condition: '==', value_type: 'string', value_string: 'gold', false_target_id: id(1) };
    const { stdout } = await paths(
      [],
      [
        { type: 'condition_variable', option },
        { id: id(1), type: 'hangup' },
      ],
    );
    const [, bound] = stdout.split('\n');
    assert.equal(bound, 'Not every combination of values was explored as observed. More ends and ways may exist.');
  });

  test('lists a way that the text has twice once', async () => {
    const twice = `[{"type": "answer"}, {"type": "hangup"}, {"type": "branch", "option": {"default_target_id": "${id(1)}",
      "target_ids": {"1": "${id(1)}", "1": "${id(1)}"}}}, {"id": "${id(1)}", "type": "stop"}]`;
    const lines = (await paths([], twice)).stdout.split('\n');
    assert.equal(lines.filter((line) => line.endsWith('→ 4 stop  "1"')).length, 1);
  });

  test('says that there are too many dates to look at, which no other bound of states changes', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-000000000001';
    const conditions = [1, 5, 9, 13, 17, 21].flatMap((value) =>
      ['minute', 'hour', 'day'].map((part) => ({
        type: 'condition_datetime',
        option: { condition: '==', minute: -1, hour: -1, [part]: value, false_target_id: id },
      })),
    );
    const { stdout } = await paths([], [...conditions, { id, type: 'hangup' }]);
    const [, bound] = stdout.split('\n');
    assert.equal(bound, 'Not every time of day was explored as observed. More ends and ways may exist.');
  });

  test('tells the ways that no call takes', async () => {
    const { stdout } = await paths([]);
    assert.match(
      stdout,
      /No call takes these ways:\n {2}5 goto.* → 6 talk "Good bye\." {2}next\n {2}6 talk "Good bye\." → end\n/,
    );
  });

  test('tells what was assumed', async () => {
    const fetch = [{ type: 'fetch', option: { event_url: 'https://flows.example/a' } }];
    assert.match(
      (await paths([], fetch)).stdout,
      /Assumed:\n {2}\? No answer is scripted for https:\/\/flows\.example\/a\./,
    );
    assert.match((await paths([], [{ type: 'ai_talk', option: {} }])).stdout, /An AI can set variables/);
  });

  test('a flow that VoIPbin refuses has that end', async () => {
    assert.match(
      (await paths([], [{ type: 'patch' }])).stdout,
      /refused {2}refused-invalid-action-type\n.*400 INVALID_ACTION_TYPE.*\(action 1\)/,
    );
  });

  test('a text of the flow cannot send commands to the terminal', async () => {
    const { stdout } = await paths([], [say('\u001b[2Jx'), { type: 'goto\u001b[2J' }]);
    assert.ok(!stdout.includes('\u001b'));
  });
});

suite('paths as JSON', () => {
  test('gives ends and edges with places as paths of the document', async () => {
    const found = await jsonOf([]);
    assert.deepEqual([found.semantics, found.complete, found.states > 0], ['observed', true, true]);
    assert.deepEqual(idsOf(found), ['caller-hangs-up', 'hangup@4', 'stopped-budget@1']);
    const hangup = found.ends.find((end: JsonEnd) => end.id === 'hangup@4');
    assert.deepEqual(hangup.at, ['actions', 3]);
    assert.deepEqual([hangup.outcome, hangup.error, hangup.dropped], ['hangup', null, false]);
    assert.deepEqual(hangup.shortest, { duration: 960, used: 4, world: { digits: ['1'] } });
    const edges = found.edges.map(({ from, to, name, taken }: Record<string, unknown>) => [from, to, name, taken]);
    assert.deepEqual(edges.slice(0, 5), [
      [['actions', 0], ['actions', 1], 'next', true],
      [['actions', 1], ['actions', 2], 'next', true],
      [['actions', 2], ['actions', 4], 'default', true],
      [['actions', 2], ['actions', 3], '"1"', true],
      [['actions', 4], ['actions', 0], 'goto', true],
    ]);
    assert.deepEqual(edges.slice(5), [
      [['actions', 4], ['actions', 5], 'next', false],
      [['actions', 5], null, 'end', false],
    ]);
    assert.deepEqual(found.edges[3].world, { digits: ['1'] });
    assert.equal(found.edges[5].world, null);
  });

  test('tells the ends that only one meaning has', async () => {
    const found = await jsonOf([]);
    const alone = found.ends.filter((end: JsonEnd) => end.in_other === false);
    assert.deepEqual(idsOf({ ends: alone }), ['stopped-budget@1']);
    assert.deepEqual([found.other.semantics, idsOf(found.other)], ['documented', ['finished@6']]);
  });

  test('keys of the document in any case have their own paths', async () => {
    const found = await jsonOf([], { Actions: menu.actions });
    assert.deepEqual(found.ends.find((end: JsonEnd) => end.id === 'hangup@4').at, ['Actions', 3]);
    assert.equal(found.edges.filter(({ taken }: { taken: boolean }) => !taken).length, 2);
  });

  test('what is known of the outside is not tried otherwise', async () => {
    const call = [{ type: 'connect', option: { source: party(1), destinations: [party(2)] } }, { type: 'hangup' }];
    assert.ok(idsOf(await jsonOf([], call)).includes('stopped-no-outgoing-call@1'));
    const refused = await jsonOf([], call, { refuses: { connect: 'no credit' } });
    assert.deepEqual(idsOf(refused), ['stopped-no-outgoing-call@1']);
    assert.deepEqual(idsOf(await jsonOf([], [say('x')], { reference_type: 'api' })), ['finished@1']);
  });
});

suite('paths of the calls that a flow places', () => {
  const child = [
    say('Hello'),
    { type: 'call', option: { source: party(1), destinations: [party(3)], actions: [say('Deep')] } },
  ];
  const parent = [
    { type: 'call', option: { source: party(1), destinations: [party(2)], flow_id: id(9) } },
    { type: 'call', option: { source: party(1), destinations: [party(2)], actions: child } },
  ];

  test('are told under the place of the action, answered and not', async () => {
    const { nested } = await jsonOf([], parent);
    assert.deepEqual(
      nested.map(({ at }: { at: unknown }) => at),
      [[1], [1, 'option', 'actions', 1]],
    );
    assert.deepEqual(idsOf(nested[1]), [
      '2/2:callee-hangs-up-busy',
      '2/2:callee-hangs-up-failed',
      '2/2:callee-hangs-up-noanswer',
      '2/2:caller-hangs-up',
      '2/2:finished@1',
    ]);
    const { stdout } = await paths([], parent);
    assert.match(stdout, /^The call that 2 call \+15550100002 places, as observed$/m);
  });

  test('tell what happens in the flow around where that makes the difference', async () => {
    const ask = { variable: '${k}', value_type: 'string', condition: '==', value_string: 'p-bob' };
    const inner = [
      { type: 'condition_variable', option: { ...ask, false_target_id: id(1) } },
      { type: 'stop' },
      { id: id(1), type: 'hangup' },
    ];
    const { stdout } = await paths(
      [],
      [
        { type: 'variable_set', option: { key: 'k', value: 'p-${name}' } },
        { type: 'call', option: { source: party(1), destinations: [party(2)], actions: inner } },
      ],
    );
    assert.match(stdout, /2:finished@2.*\n.*\n {4}name is "bob", in call 1: the called party answers\n/);
    assert.match(stdout, /2:hangup@3\n.*\n {4}name is "", in call 1: the called party answers\n/);
    // Where the flow around makes no difference, nothing is said of it.
    const { stdout: alone } = await paths([], parent);
    assert.match(alone, /2\/2:finished@1\n.*\n {4}the called party answers\n/);
  });

  for (const [name, world] of [
    ['hangup@4', { digits: ['1'] }],
    ['2:callee-hangs-up-busy', { calls: [{}, { callees: ['busy'] }] }],
    ['2/2:callee-hangs-up-busy', { calls: [{}, { callees: ['answers'], calls: [{ callees: ['busy'] }] }] }],
  ] as const) {
    test(`--world-for ${name} gives the world of the whole flow`, async () => {
      const { stdout } = await paths(['--world-for', name], name.includes(':') ? parent : menu);
      assert.deepEqual(JSON.parse(stdout), world);
    });
  }

  test('--world-for says which meaning the world needs, where only that has the end', async () => {
    const documented = await paths(['--world-for', 'finished@6']);
    assert.match(documented.stderr, /only as documented\. Play the world with simulate --semantics documented\.\n$/);
    assert.deepEqual(JSON.parse(documented.stdout), { digits: ['2', '2'] });
    assert.match((await paths(['--world-for', 'stopped-budget@1'])).stderr, /only as observed/);
    assert.equal((await paths(['--world-for', 'hangup@4'])).stderr, '');
  });

  test('a placed call that meets the same as the flow around it has that said again', async () => {
    const digits = { type: 'digits_receive', option: { duration: 3000, length: 1 } };
    const branch = { type: 'branch', option: { target_ids: { '1': id(1) }, default_target_id: id(2) } };
    const ends = [
      { id: id(2), type: 'hangup' },
      { id: id(1), type: 'answer' },
    ];
    const inner = [digits, branch, { id: id(2), type: 'hangup' }, { id: id(1), type: 'stop' }];
    const placing = { type: 'call', option: { source: party(1), destinations: [party(2)], actions: inner } };
    const { stdout } = await paths(['--world-for', '5:finished@4'], [digits, branch, ...ends, placing]);
    assert.deepEqual(JSON.parse(stdout), { digits: ['1'], calls: [{ digits: ['1'], callees: ['answers'] }] });
  });

  test('the world of a placed call makes the simulator end it so', async () => {
    const { stdout } = await paths(['--world-for', '2/2:callee-hangs-up-busy'], parent);
    const { io, written } = recordingIo(JSON.stringify(parent));
    await withFolder({ 'w.json': stdout }, (folder) =>
      simulateCommand(['--semantics', 'observed', '--format', 'json', '--world', `${folder}/w.json`, '-'], io),
    );
    const { children } = JSON.parse(written.stdout);
    assert.deepEqual(children[1].children[0].hangup, { by: 'callee', reason: 'busy' });
  });
});

suite('paths --fail-on', () => {
  const noMatch = [
    { type: 'digits_receive', option: { duration: 5000, length: 1 } },
    { type: 'branch', option: { target_ids: { '1': id(3) } } },
    { id: id(3), type: 'hangup' },
  ];

  test('gives 1 where the flow drops a call, and says which end', async () => {
    const { code, stderr } = await paths(['--fail-on', 'dropped'], noMatch);
    assert.equal(code, 1);
    assert.match(stderr, /calls can end as in --fail-on: stopped-invalid-action-id@2\n/);
    assert.equal((await paths([], noMatch)).code, 0);
  });

  test('a service that refuses is not of the doing of the flow', async () => {
    const message = [{ type: 'message_send', option: { source: party(1), destinations: [party(2)], text: 'x' } }];
    assert.ok(idsOf(await jsonOf([], message)).includes('stopped-service-refused@1'));
    assert.equal((await paths(['--fail-on', 'dropped,endless'], message)).code, 0);
  });

  test('tells going in circles from being dropped', async () => {
    const circle = [{ id: id(1), type: 'answer', next_id: id(1) }];
    assert.equal((await paths(['--fail-on', 'endless'], circle)).code, 1);
    assert.equal((await paths(['--fail-on', 'endless'], noMatch)).code, 0);
    assert.equal((await paths(['--fail-on', 'dropped,endless'], [say('x')])).code, 0);
  });

  test('gives 3, and says what helps, where nothing was found because not everything was explored', async () => {
    const cases = Array.from({ length: 30 }, (_, at) => [String(at + 10), id(3)]);
    const seldom = [
      { type: 'digits_receive', option: { duration: 5000, length: 2 } },
      {
        type: 'branch',
        option: { target_ids: Object.fromEntries([...cases, ['99', id(9)]]), default_target_id: id(3) },
      },
      { id: id(3), type: 'hangup' },
    ];
    const { code, stderr } = await paths(['--fail-on', 'dropped', '--max-states', '1'], seldom);
    assert.equal(code, 3);
    assert.equal(
      stderr,
      'voipbin-flow: Only one state was explored. No end as in --fail-on was found, but there may be one. Raise --max-states, or set what happens outside the flow with --world.\n',
    );
    assert.equal((await paths(['--max-states', '1'], seldom)).code, 0);
  });

  test('gives 1 where such an end was found before the exploration was cut off', async () => {
    const { code } = await paths(['--fail-on', 'dropped', '--max-states', '3'], [...noMatch, say('Hi')]);
    assert.equal(code, 1);
  });

  test('an end of a call that no call places does not count', async () => {
    const option = { source: party(1), destinations: [party(2)], actions: noMatch };
    const { code, stdout } = await paths(['--fail-on', 'dropped'], [{ type: 'hangup' }, { type: 'call', option }]);
    assert.deepEqual([code, /places, as observed\n\nNo call places it\.\n/.test(stdout)], [0, true]);
  });

  test('counts the calls that a flow places', async () => {
    const parent = [{ type: 'call', option: { source: party(1), destinations: [party(2)], actions: noMatch } }];
    const { code, stderr } = await paths(['--fail-on', 'dropped'], parent);
    assert.deepEqual([code, stderr.includes('1:stopped-invalid-action-id@2')], [1, true]);
  });
});

suite('paths that cannot be found', () => {
  for (const [args, message] of [
    [['--fail-on', 'lost'], /--fail-on takes dropped or endless, not "lost"/],
    [['--max-states', '-1'], /--max-states takes an integer above 0, not "-1"/],
    [['--max-states', '--format'], /--max-states needs a value/],
    [['--max-states', '0'], /an integer above 0, not "0"/],
    [['--semantics', 'both'], /--semantics takes observed or documented, not "both"/],
    [['other.json'], /only one flow can be explored, and 2 were given/],
  ] as const) {
    test(args.join(' '), () =>
      assert.rejects(paths([...args]), (error) => error instanceof UsageError && message.test(error.message)),
    );
  }

  test('no call that ends so', () =>
    assert.rejects(
      paths(['--world-for', 'hangup@34']),
      /no call was found that ends as "hangup@34"; did you mean hangup@4\?\nCalls end as/,
    ));

  test('a flow that cannot be read', () => assert.rejects(paths([], '{'), /not valid JSON/));
});
