import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { guardIo } from '../../../cli/io';
import { simulateCommand } from '../../../cli/simulate/simulateCommand';
import { UsageError } from '../../../cli/usageError';
import { uuidOfName } from '../../../flow/plain/uuidOfName';

const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
const say = (text: string, more = {}) => ({ type: 'talk', option: { text, language: 'en-US' }, ...more });
const menu = {
  name: 'menu',
  actions: [
    say('Press 1 or 2.', { id: id(1) }),
    { type: 'digits_receive', option: { duration: 5000, length: 1 } },
    { type: 'branch', option: { default_target_id: id(4), target_ids: { '1': id(2) } } },
    say('One.', { id: id(2) }),
    { type: 'hangup' },
    { id: id(4), type: 'goto', option: { target_id: id(1), loop_count: 1 } },
    say('Good bye.'),
  ],
};

const loop = {
  actions: [
    say('Round', { id: id(1) }),
    { type: 'goto', option: { target_id: id(1), loop_count: 5 } },
    { type: 'hangup' },
  ],
};

/** Runs the command on files of memory. */
async function simulate(args: string[], files: Readonly<Record<string, unknown>> = {}, stdin = '') {
  let output = '';
  const io = guardIo({
    stdout: (text) => {
      output += text;
    },
    stderr: () => assert.fail('nothing is written to standard error'),
    drained: async () => {},
    readFile: async (path) => {
      const file = files[path];
      if (file === undefined) throw new Error('ENOENT');
      if (Buffer.isBuffer(file)) return file;
      return Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    },
    readStdin: async () => Buffer.from(stdin),
    colors: false,
  });
  const code = await simulateCommand(args, io);
  return { code, output };
}

const textOf = async (args: string[], files: Readonly<Record<string, unknown>> = {}) =>
  (await simulate([...args, 'f.json'], { 'f.json': menu, ...files })).output;
const jsonOf = async (args: string[], files: Readonly<Record<string, unknown>> = {}) =>
  JSON.parse(await textOf([...args, '--format', 'json'], files));

suite('simulate as text', () => {
  test('a count that the engine does not count down is not said to have jumps left', async () => {
    const observed = await simulate(['a.json'], { 'a.json': loop });
    assert.match(observed.output, /→ 1 talk every time/);
    assert.doesNotMatch(observed.output, /more after this/);
    const documented = await simulate(['--semantics', 'documented', 'a.json'], { 'a.json': loop });
    assert.match(documented.output, /→ 1 talk 4 more after this/);
  });

  test('the options of an action are told apart', async () => {
    const source = { type: 'email', target: 'desk@harbourbikes.example' };
    const actions = [
      { type: 'email_send', option: { destinations: [source], subject: 'A call outside the hours', content: 'x' } },
    ];
    const { output } = await simulate(['a.json'], { 'a.json': { actions } });
    assert.match(output, /email_send A call outside the hours, desk@harbourbikes\.example/);
  });

  test('tells the path with times, what was said, which key decided, and how much was used', async () => {
    const output = await textOf(['--world', 'w.json'], { 'w.json': { digits: ['1'] } });
    assert.equal(
      output,
      [
        'f.json  incoming call, as observed',
        '',
        '  0:00.0   1  talk "Press 1 or 2."',
        '              the call is answered',
        '              speaks for 910 ms',
        '  0:00.9   2  digits_receive 1 digit, 5 s',
        '              key 1 at 0:01.3, digits are now "1"',
        '  0:01.3   3  branch',
        '              voipbin.call.digits is "1"  → 4 talk',
        '  0:01.3   4  talk "One."',
        '              speaks for 280 ms',
        '  0:01.5   5  hangup',
        '  0:01.5  hangup: The flow hung up.',
        '         █░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  5 of 101 executions used',
        '',
        'The engine as documented takes the same way.',
        '',
      ].join('\n'),
    );
  });

  test('tells where documentation and engine differ', async () => {
    const output = await textOf([]);
    assert.match(output, /Documentation and engine differ at 6 goto, 0:11\.8:/);
    assert.match(output, /documented {2}continues with 7 talk; finished after/);
    assert.match(output, /observed {4}continues with 1 talk; stopped \(budget\) after/);
    assert.match(output, /goto-loop-count-never-zero/);
  });

  test('tells where they differ in a call that the flow places', async () => {
    const party = { type: 'tel', target: '+15550100002' };
    const branch = { type: 'branch', option: { target_ids: {} } };
    const call = { type: 'call', option: { source: party, destinations: [party], actions: [branch, say('Bye.')] } };
    const files = { 'f.json': [call, { type: 'hangup' }] };
    const output = await textOf([], files);
    assert.match(output, /differ at 1 branch in the flow of the call that it placed \(1\), 0:\d\d\.\d:/);
    assert.match(output, /documented {2}continues with 2 talk; finished after/);
    assert.match(output, /observed {4}ends there; stopped \(invalid action id\) after/);
    assert.doesNotMatch(output, /takes the same way/);
    assert.match(await textOf(['--semantics', 'documented'], files), /differ at 1 branch in the flow of the call/);
    assert.deepEqual((await jsonOf([], files)).parting.within, [0]);
    assert.deepEqual((await jsonOf([])).parting.within, []);
  });

  test('folds the laps of a loop', async () => {
    const output = await textOf(['--semantics', 'observed']);
    assert.match(output, /⋮ the same 4 actions again, 24 times/);
    assert.ok(output.split('\n').length < 30);
  });

  test('tells why something had no effect and what was assumed', async () => {
    const actions = [
      say('AT&T'),
      { type: 'block' },
      { type: 'connect', option: { source: {}, destinations: [{ type: 'tel', target: '+15550100002' }] } },
    ];
    const { output } = await simulate(['f.json'], { 'f.json': actions });
    assert.match(output, /failed: `text` has a bare "&"/);
    assert.match(output, /skipped: `block` does not run/);
    assert.match(output, /\? No answer is scripted for \+15550100002\. Assumed: it answers after 5 s\./);
    assert.match(output, /\+15550100002 answers at 0:05\.0/);
  });

  test('shows the runs that began', async () => {
    const call = {
      type: 'call',
      option: { source: {}, destinations: [{ type: 'tel', target: '+15550100002' }], actions: [say('child')] },
    };
    const { output } = await simulate(['f.json'], { 'f.json': [call] });
    assert.match(output, /The flow of the call that it placed \(1\)/);
    assert.match(output, /talk "child"/);
  });

  test('a flow that VoIPbin would not save says so', async () => {
    const { output, code } = await simulate(['f.json'], { 'f.json': [{ type: 'patch' }] });
    assert.match(output, /refused: VoIPbin refuses to save the flow with 400 INVALID_ACTION_TYPE/);
    assert.equal(code, 0);
  });
});

suite('simulate as JSON', () => {
  test('gives the path, the end and where the semantics part', async () => {
    const result = await jsonOf(['--semantics', 'documented']);
    assert.deepEqual(
      [result.flow, result.semantics, result.outcome, result.used, result.limit],
      ['f.json', 'documented', 'finished', 10, 101],
    );
    assert.deepEqual(result.trace.map(({ index }: { index: string }) => index).join(' '), '0 1 2 5 0 1 2 5 6');
    assert.deepEqual(result.trace[0].path, ['actions', 0]);
    assert.deepEqual(result.parting.quirks, ['goto-loop-count-never-zero']);
    assert.deepEqual(result.parting.observed, { next: '0', outcome: 'stopped', error: 'budget' });
    assert.deepEqual(result.said[0], { time: 0, text: 'Press 1 or 2.' });
  });

  test('follows --semantics, and single deviations', async () => {
    assert.equal((await jsonOf(['--semantics', 'observed'])).error, 'budget');
    assert.equal((await jsonOf(['--quirk', 'goto-loop-count-never-zero=on'])).error, 'budget');
    assert.equal(
      (await jsonOf(['--quirk', 'goto-loop-count-never-zero=off', '--semantics', 'observed'])).parting,
      null,
    );
  });

  test('follows the trigger, of the option, the world or the document', async () => {
    const skipped = async (args: string[], files = {}) => (await jsonOf(args, files)).trace[0].skipped;
    assert.equal(await skipped([]), false);
    assert.equal(await skipped(['--trigger', 'api']), true);
    assert.equal(await skipped(['--world', 'w.json'], { 'w.json': { reference_type: 'conversation' } }), true);
    assert.equal(await skipped([], { 'f.json': { webhook_uri: 'https://e.com', actions: menu.actions } }), true);
  });

  test('takes every document that has actions', async () => {
    const actions = [{ type: 'variable_set', option: { key: 'x', value: '${a}' } }];
    const x = async (document: unknown) => {
      const { output } = await simulate(['--format', 'json', 'f.json'], { 'f.json': document });
      return JSON.parse(output).variables.x;
    };
    assert.equal(await x(actions), '');
    assert.equal(await x(actions[0]), '');
    assert.equal(await x({ actions, variables: { a: '1' } }), '1');
    assert.equal(await x({ source: {}, destinations: [], actions, variables: { a: '2' } }), '2');
    assert.equal(await x(`// a comment\n${JSON.stringify({ actions })}`), '');
  });

  test('the body of POST /calls dials first, and a stored flow comes from the world', async () => {
    const body = {
      source: { type: 'tel', target: '+15550100001' },
      destinations: [{ type: 'tel', target: '+15550100002' }],
      flow_id: id(9),
    };
    const world = {
      callees: [{ does: 'answers', after: 2000 }],
      flows: { [id(9)]: [say('x ${voipbin.call.destination.target}')] },
    };
    const result = await jsonOf(['--world', 'w.json'], { 'f.json': body, 'w.json': world });
    assert.deepEqual(result.said, [{ time: 2000, text: 'x +15550100002' }]);
    const busy = await jsonOf(['--world', 'w.json'], { 'f.json': body, 'w.json': { ...world, callees: ['busy'] } });
    assert.deepEqual([busy.outcome, busy.hangup], ['hangup', { by: 'callee', reason: 'busy' }]);
  });

  test('reads standard input', async () => {
    const { output } = await simulate(['--format', 'json', '-'], {}, JSON.stringify(menu));
    assert.equal(JSON.parse(output).flow, '-');
  });
});

suite('simulate by name', () => {
  const named = `[
    { "id": "ask", "type": "talk", "option": { "text": "Hi.", "language": "en-US" }, "next_id": "bye" },
    { "type": "answer" }, // never runs
    { "id": "bye", "type": "goto", "option": { "target_id": "nowhere", "loop_count": 1 } },
  ]`;
  const run = async (...args: string[]) =>
    (await simulate([...args, 'f.flow.jsonc'], { 'f.flow.jsonc': named })).output;

  test('shows the names of a *.flow.jsonc in the place of UUIDs', async () => {
    const output = await run();
    assert.match(output, /1 {2}ask: talk "Hi\."\n/);
    assert.match(output, /→ 3 bye: goto by next_id\n/);
    assert.match(output, /3 {2}bye: goto\n/);
    assert.doesNotMatch(output, /[0-9a-f]{8}-/);
  });

  test('gives programs both: the ids that VoIPbin gets, and the names', async () => {
    const { trace } = JSON.parse(await run('--format', 'json'));
    assert.deepEqual([trace[0].id, trace[0].name, trace[1].name], [uuidOfName('', 'ask'), 'ask', 'bye']);
  });

  test('takes names in plain JSON for what they are there: ids that VoIPbin replaces', async () => {
    const { output } = await simulate(['f.flow.json'], { 'f.flow.json': named });
    assert.match(output, /1 {2}talk "Hi\."\n.*\n.*\n.* 2 {2}answer\n/);
  });
});

suite('simulate --cases', () => {
  const cases = [
    {
      name: 'one',
      reference_type: 'call',
      flow: menu,
      inputs: { variables: { 'voipbin.call.digits': '' }, digits: ['1'] },
    },
  ];

  test('prints results in the format of the cases', async () => {
    const { output, code } = await simulate(['--cases', 'c.json', '--format', 'json'], { 'c.json': cases });
    const [result] = JSON.parse(output);
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(result), ['name', 'trace', 'outcome', 'error', 'variables']);
    assert.deepEqual([result.name, result.outcome, result.trace.length], ['one', 'hangup', 5]);
    assert.deepEqual(result.variables, { 'voipbin.call.digits': '' });
  });

  test('or one line for each', async () => {
    assert.equal((await simulate(['--cases', 'c.json'], { 'c.json': cases })).output, 'one: hangup, 5 actions\n');
  });

  test('says which case is none, and why', async () => {
    const fault = (value: unknown) => assert.rejects(simulate(['--cases', 'c.json'], { 'c.json': value }), /c\.json/);
    await fault({});
    await assert.rejects(
      simulate(['--cases', 'c.json'], { 'c.json': [...cases, { name: 'x' }] }),
      /case 1: `reference_type` is missing/,
    );
    await assert.rejects(
      simulate(['--cases', 'c.json'], { 'c.json': [{ ...cases[0], inputs: { digits: '1' } }] }),
      /`inputs\.digits`/,
    );
  });
});

suite('simulate with keys in capitals', () => {
  test('runs the same flow', async () => {
    const small = { flow_id: '', actions: [{ type: 'talk', option: { text: 'x', language: 'en-US' } }] };
    const large = { Flow_ID: '', Actions: [{ Type: 'talk', Option: { Text: 'x', Language: 'en-US' } }] };
    const run = async (flow: object) => (await simulate(['f.json'], { 'f.json': flow })).output;
    assert.equal(await run(large), await run(small));
    assert.match(await run(large), /1 {2}talk "x"/);
  });

  test('reads the body of a call, too', async () => {
    const flow = { Destinations: [{ type: 'tel', target: '+15550100009' }], ACTIONS: [{ type: 'answer' }] };
    const { output } = await simulate(['--format', 'json', 'f.json'], { 'f.json': flow });
    assert.deepEqual(JSON.parse(output).trace[0].path, ['actions', 0]);
    assert.match((await simulate(['f.json'], { 'f.json': flow })).output, /outgoing call/);
  });
});

suite('simulate with bad input', () => {
  const rejects = (args: string[], files: Readonly<Record<string, unknown>>, message: RegExp) =>
    assert.rejects(simulate(args, files), message);

  test('files that cannot be read, or are no flow or no world, say why', async () => {
    await rejects(['none.json'], {}, /cannot read the flow none\.json: ENOENT/);
    await rejects(
      ['f.json'],
      { 'f.json': '{"actions": [}' },
      /the flow f\.json is not valid JSON at 1:14: A `\]` is missing before this `}`\. Add it\.$/,
    );
    for (const empty of ['', ' ', '\n'])
      await rejects(['f.json'], { 'f.json': empty }, /^Error: the flow f\.json is empty$/);
    await rejects(['-'], {}, /^Error: the flow on standard input is empty$/);
    await rejects(
      ['f.json'],
      { 'f.json': 'not json' },
      /the flow f\.json is not valid JSON at 1:1: `not` is not JSON\./,
    );
    await rejects(['f.json'], { 'f.json': '// later' }, /the flow f\.json is empty$/);
    await rejects(['f.json'], { 'f.json': Buffer.from('["\u00fc"]', 'latin1') }, /at 1:3: The byte 0xFC is not UTF-8/);
    await rejects(
      ['--world', 'w.json', 'f.json'],
      { 'f.json': menu, 'w.json': Buffer.from('\ufeff{}', 'utf16le') },
      /the world w\.json cannot be read at 1:1: The file is UTF-16/,
    );
    await rejects(['f.json'], { 'f.json': { name: 'x' } }, /f\.json is not a flow: it needs an array of actions/);
    await rejects(
      ['--world', 'w.json', 'f.json'],
      { 'f.json': menu, 'w.json': { digit: ['1'] } },
      /w\.json: the world has the unknown key "digit"/,
    );
    await rejects(
      ['--world', 'w.json', 'f.json'],
      { 'f.json': menu, 'w.json': { digits: 1, keys: 2 } },
      /w\.json:\n {2}digits expects a list\.\n {2}keys expects a list\./,
    );
  });

  test('wrong usage is told with the usage', async () => {
    for (const args of [
      [],
      ['a', 'b'],
      ['--format', 'xml', 'f'],
      ['--semantics', 'x', 'f'],
      ['--quirk', 'x=on', 'f'],
      ['--trigger', 'fax', 'f'],
      ['--nothing'],
      ['--cases', 'c', 'f'],
    ]) {
      await assert.rejects(simulate(args, {}), UsageError);
    }
  });

  test('help and the list of deviations need no flow', async () => {
    assert.match((await simulate(['--help'])).output, /voipbin-flow simulate \[options\] FLOW/);
    const { output } = await simulate(['--quirks']);
    assert.match(output, /goto-loop-count-never-zero {2}\(off in documented\)/);
    assert.match(output, /seen in: {4}bin-flow-manager/);
  });
});
