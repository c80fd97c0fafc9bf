import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readTestedFlow, readTestFile, runningTests } from '../../../flow/tests';
import { inputOf } from '../../../flow/tests/testedFlow';

const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
const say = (text: string, more = {}) => ({ type: 'talk', option: { text, language: 'en-US' }, ...more });
const menu = [
  say('Welcome. Press 1 for help.', { id: id(1) }),
  { type: 'digits_receive', option: { duration: 5000, length: 1 } },
  { type: 'branch', option: { default_target_id: id(4), target_ids: { '1': id(2) } } },
  say('Help is near.', { id: id(2) }),
  { type: 'hangup' },
  say('Wrong key.', { id: id(4) }),
  { type: 'variable_set', option: { key: 'who', value: 'Ana' } },
];

/** `expectation: message` for each failure of the one case. */
function judged(expect: object, world: object = {}, flow: unknown = menu, name = 'f.flow.json'): string[] {
  const read = readTestedFlow(typeof flow === 'string' ? flow : JSON.stringify(flow), name);
  const { file, faults } = readTestFile(JSON.stringify({ cases: [{ name: 'one', world, expect }] }));
  assert.deepEqual(faults, []);
  assert.ok(file && typeof read !== 'string');
  const [result] = [...runningTests(read, file)];
  return (result?.failures ?? []).map(({ at, message }) => `${at.slice(3).join('.')}: ${message}`);
}

suite('expectations', () => {
  test('what is left out is not judged', () => assert.deepEqual(judged({}), []));

  test('all that hold', () => {
    const expect = {
      ends: 'finished',
      says: ['Welcome', 'Press 1', '/^wrong (key|number)/i'],
      runs: ['talk', id(4).toUpperCase(), 'variable_set'],
      exactly: ['talk', 'digits_receive', 'branch', id(4), 'variable_set'],
      never: ['hangup', id(2)],
      variables: { who: 'Ana', 'voipbin.call.digits': '', nothing: null },
      within: 60_000,
      used: 6,
    };
    assert.deepEqual(judged(expect), []);
  });

  test('the end, with and without its error', () => {
    assert.deepEqual(judged({ ends: 'hangup' }), [
      'ends: The run ended as finished at 7 variable_set who, "Ana". The flow reached its end.',
    ]);
    const broken = [{ type: 'goto', option: { target_id: id(9), loop_count: 1 } }];
    assert.deepEqual(judged({ ends: { outcome: 'stopped', error: 'no more stack left' } }, {}, broken), []);
    assert.match(
      judged({ ends: { outcome: 'stopped', error: 'budget' } }, {}, broken)[0] ?? '',
      /stopped \(no more stack left\)/,
    );
  });

  test('a text that is not spoken: after which one, and where the call went instead', () => {
    assert.deepEqual(judged({ says: ['Welcome', 'Help is near'] }), [
      'says.1: "Help is near" was not spoken after "Welcome. Press 1 for help.". At 3 branch 1 the run took `default` to 6 talk "Wrong key.", because `voipbin.call.digits` was "".',
    ]);
    assert.deepEqual(judged({ says: ['Wrong key', 'Welcome'] }), [
      'says.1: "Welcome" was not spoken after "Wrong key.". It was spoken before that.',
    ]);
  });

  test('one text is not met twice by what was spoken once', () => {
    assert.equal(judged({ says: ['Welcome', 'Welcome'] }).length, 1);
    assert.equal(judged({ says: ['Press 1', 'Welcome'] }).length, 1);
  });

  test('an action that does not run', () => {
    assert.deepEqual(judged({ runs: ['branch', id(2)] }), [
      'runs.1: 4 talk "Help is near." did not run after 3 branch 1. At 3 branch 1 the run took `default` to 6 talk "Wrong key.", because `voipbin.call.digits` was "".',
    ]);
    assert.deepEqual(judged({ exactly: ['talk', 'branch'] }), [
      'exactly.1: 2 digits_receive 1 digit, 5 s ran where `branch` was expected.',
    ]);
    assert.deepEqual(
      judged({ exactly: ['talk', 'digits_receive', 'branch', 'talk', 'hangup'] }, { digits: ['1'] }),
      [],
    );
    assert.match(judged({ exactly: ['talk'] }, { digits: ['1'] })[0] ?? '', /ran where the end was expected/);
  });

  test('an action that runs and should not', () => {
    assert.deepEqual(judged({ never: [id(4)] }), ['never.0: 6 talk "Wrong key." ran.']);
  });

  test('a misspelt type, or an id that is gone, does not pass as never run', () => {
    assert.deepEqual(judged({ never: ['hangip', id(8)] }), [
      'never.0: `hangip` is not an action type, and the flow does not have an action with this id. Did you mean `hangup`?',
      `never.1: The flow does not have an action with the id \`${id(8)}\`.`,
    ]);
  });

  test('a name that a list within the flow uses too means the action of the flow', () => {
    const inner = { actions: [{ id: 'bye', type: 'hangup' }] };
    const flow = JSON.stringify([{ type: 'call', option: inner }, { type: 'stop' }, { id: 'bye', type: 'echo' }]);
    assert.deepEqual(judged({ runs: ['bye'] }, {}, flow, 'f.flow.jsonc'), ['runs.0: 3 bye: echo did not run.']);
  });

  test('names of a *.flow.jsonc name actions', () => {
    const flow = `[ // the entrance
      { "id": "welcome", "type": "talk", "option": { "text": "Hello", "language": "en-US" }, "next_id": "bye" },
      { "id": "lost", "type": "echo" },
      { "id": "bye", "type": "hangup" }, ]`;
    const expect = { exactly: ['welcome', 'bye'], never: ['lost'] };
    assert.deepEqual(judged(expect, {}, flow, 'f.flow.jsonc'), []);
    assert.deepEqual(judged({ runs: ['lost'] }, {}, flow, 'f.flow.jsonc'), ['runs.0: 2 lost: echo did not run.']);
    assert.match(
      judged({ runs: ['welcom'] }, {}, flow, 'f.flow.jsonc')[0] ?? '',
      /does not have an action with this name\. Did you mean `welcome`/,
    );
  });

  test('variables, time and executions', () => {
    assert.deepEqual(judged({ variables: { who: 'Ben', 'voipbin.call.digits': null, no: '' }, within: 5, used: 1 }), [
      'variables.who: `who` was "Ana" at the end.',
      'variables.voipbin.call.digits: `voipbin.call.digits` was "" at the end.',
      'variables.no: `no` was not set at the end.',
      'within: The run took 7.52 s. It may take 5 ms.',
      'used: The run used 6 executions. It may use 1.',
    ]);
    assert.deepEqual(judged({ variables: { who: '/^A/' } }), []);
  });

  test('what is sent, and what VoIPbin refuses to send', () => {
    const party = (target: string) => ({ type: 'tel', target });
    const send = { source: party('+15550101000'), destinations: [party('+15550101011')], text: 'The bike is ready.' };
    const flow = [
      { type: 'message_send', option: send },
      { type: 'webhook_send', option: { uri: 'https://example.com/x', method: 'POST', data: '{"a":1}' } },
    ];
    const message = { type: 'message_send', to: '+15550101011', text: 'ready' };
    assert.deepEqual(judged({ sends: [message, { type: 'webhook_send', to: '/x$', text: '"a":1' }] }, {}, flow), [
      'sends.1: webhook_send to /x$ "\\"a\\":1" was not sent after message_send to +15550101011 "The bike is ready.".',
    ]);
    assert.deepEqual(
      judged({ sends: [message, { type: 'webhook_send', to: '/\\/x$/', text: '"a":1' }] }, {}, flow),
      [],
    );
    assert.match(judged({ sends: [message] }, { refuses: { message_send: 'no' } }, flow)[0] ?? '', /Nothing was sent/);
  });

  test('calls that are placed, each judged by its own flow', () => {
    const party = (target: string) => ({ type: 'tel', target });
    const place = (target: string) => ({
      type: 'call',
      option: { source: party('+15550101000'), destinations: [party(target)], actions: [say(`Hello ${target}`)] },
    });
    const flow = [place('+15550101011'), place('+15550101012')];
    assert.deepEqual(judged({ calls: [{ to: '012', says: ['Hello +15550101012'], ends: 'finished' }] }, {}, flow), []);
    assert.deepEqual(judged({ calls: [{}, { ends: 'hangup', says: ['Bye'] }, { to: '013' }] }, {}, flow), [
      'calls.1.ends: The run ended as finished at 1 talk "Hello +15550101012". The flow reached its end.',
      'calls.1.says.0: "Bye" was not spoken.',
      'calls.2: A call to 013 was not placed after the calls before it.',
    ]);
  });

  test('of several calls to one number any can be meant; where none is as expected, the first says why', () => {
    const party = (target: string) => ({ type: 'tel', target });
    const place = (text: string) => ({
      type: 'call',
      option: { source: party('+15550101000'), destinations: [party('+15550101011')], actions: [say(text)] },
    });
    const flow = [place('first'), place('second'), place('third')];
    assert.deepEqual(judged({ calls: [{ to: '011', says: ['second'] }, { says: ['third'] }] }, {}, flow), []);
    assert.deepEqual(judged({ calls: [{ to: '011', says: ['second'] }, { says: ['first'] }] }, {}, flow), [
      'calls.1.says.0: "first" was not spoken.',
    ]);
  });

  test('parts of one text of SSML can stand side by side, in what is heard and in the markup', () => {
    const spoken = [say('<speak>Your balance is <say-as interpret-as="cardinal">5</say-as> dollars</speak>')];
    for (const says of [
      ['Your balance', 'is 5 dollars'],
      ['Your balance is', '5 dollars'],
      ['Your balance is <say-as', 'cardinal', '5</say-as> dollars'],
      ['Your', 'balance', '5', 'dollars'],
    ])
      assert.deepEqual(judged({ says }, {}, spoken), [], says.join('|'));
    assert.equal(judged({ says: ['is 5', 'balance'] }, {}, spoken).length, 1);
  });

  test('a regular expression is a part of a spoken text like any other', () => {
    for (const says of [
      ['Welcome', '/press 1/i'],
      ['/welcome/i', 'Press 1', 'help'],
      ['/^Welcome/', '/Press \\d/', '/help\\.$/'],
    ])
      assert.deepEqual(judged({ says }), [], says.join('|'));
    for (const says of [
      ['/press 1/i', 'Welcome'],
      ['Press 1', '/^Welcome/'],
      ['/Welcome.*help/', '/help/'],
      ['Welcome', '/^ *\\. Press/'],
    ])
      assert.equal(judged({ says }).length, 1, says.join('|'));
  });

  test('an empty text is part of every text, also of the first', () => {
    assert.deepEqual(judged({ says: ['', 'Welcome', ''] }), []);
    assert.equal(judged({ says: [''] }, {}, [{ type: 'beep' }]).length, 1);
  });

  test('of SSML what is heard can be expected, or the markup', () => {
    const flow = [
      say('<speak>Your balance is <say-as interpret-as="cardinal">5</say-as> dollars &amp; 1&#48; cents</speak>'),
    ];
    assert.deepEqual(judged({ says: ['Your balance is 5 dollars & 10 cents'] }, {}, flow), []);
    assert.deepEqual(judged({ says: ['balance is 5', 'cents'] }, {}, flow), []);
    assert.deepEqual(judged({ says: ['/^Your .* cents$/'] }, {}, flow), []);
    assert.deepEqual(judged({ says: ['<say-as interpret-as="cardinal">5</say-as>'] }, {}, flow), []);
    assert.deepEqual(judged({ says: ['cents', 'balance'] }, {}, flow), [
      'says.1: "balance" was not spoken after "<speak>Your balance is <say-as interpre…". It was spoken before that.',
    ]);
  });

  test('an empty list expects nothing', () => {
    const party = (target: string) => ({ type: 'tel', target });
    const option = { source: party('+15550101000'), destinations: [party('+15550101011')] };
    const flow = [
      say('Hello'),
      { type: 'connect', option },
      { type: 'message_send', option: { ...option, text: 'Hi' } },
    ];
    assert.deepEqual(judged({ says: [], runs: [], sends: [], calls: [] }, {}, flow), [
      'says: "Hello" was spoken. The empty list expects nothing.',
      'runs: 1 talk "Hello" ran. The empty list expects nothing.',
      'sends: message_send to +15550101011 "Hi" was sent. The empty list expects nothing.',
      'calls: +15550101011 was called. The empty list expects nothing.',
    ]);
    assert.deepEqual(judged({ says: [], sends: [], calls: [] }, {}, [{ type: 'hangup' }]), []);
  });

  test('of a party of a connect only its address is known', () => {
    const option = {
      source: { type: 'tel', target: '+15550101000' },
      destinations: [{ type: 'tel', target: '+15550101011' }],
    };
    const flow = [{ type: 'connect', option }];
    assert.deepEqual(judged({ calls: [{ to: '+15550101011' }], exactly: ['connect'] }, {}, flow), []);
    assert.match(judged({ calls: [{ ends: 'finished' }] }, {}, flow)[0] ?? '', /It runs no flow that could be judged/);
  });

  test('the world of a case adds to that of the file', () => {
    const flow = [say('It is ${a} and ${b}.')];
    const read = readTestedFlow(JSON.stringify(flow), 'f.flow.json');
    const { file } = readTestFile(`{ "world": { "variables": { "a": "1", "b": "2" } }, // ground
      "cases": [{ "name": "x", "world": { "variables": { "b": "3" } }, "expect": { "says": ["It is 1 and 3."] } },], }`);
    assert.ok(file && typeof read !== 'string');
    assert.deepEqual(
      [...runningTests(read, file)].flatMap(({ failures }) => failures),
      [],
    );
  });

  test('the meaning of a case goes before that of the file', () => {
    const first = 'a0000000-0000-4000-8000-000000000001';
    const flow = [
      { id: first, type: 'answer' },
      { type: 'goto', option: { target_id: first, loop_count: 2 } },
    ];
    const read = readTestedFlow(JSON.stringify(flow), 'f.flow.json');
    const cases = [
      { name: 'as documented', expect: { used: 7 } },
      { name: 'as it is', semantics: 'observed', expect: { ends: { outcome: 'stopped' } } },
    ];
    const { file } = readTestFile(JSON.stringify({ semantics: 'documented', cases }));
    assert.ok(file && typeof read !== 'string');
    assert.deepEqual(
      [...runningTests(read, file)].flatMap(({ failures, semantics }) => [semantics, ...failures]),
      ['documented', 'observed'],
    );
  });

  test('only cases that begin the same call share how it begins', () => {
    const tel = (target: string) => ({ type: 'tel', target });
    const read = readTestedFlow(JSON.stringify(menu), 'f.flow.json');
    assert.ok(typeof read !== 'string');
    const begins = (world: object, trigger?: string) => inputOf(read, world, trigger);
    const plain = begins({ digits: ['1'] });
    assert.equal(begins({ digits: ['2'], now: '2026-11-18T10:30:00Z' }), plain);
    const others = [
      { direction: 'outgoing' },
      { source: tel('+15550100007') },
      { destination: tel('+15550100007') },
      { variables: { a: '1' } },
      { reference_type: 'conversation' },
    ];
    for (const world of others) assert.notDeepEqual(begins(world), plain, JSON.stringify(world));
    assert.notDeepEqual(begins({}, 'api'), plain);
    const again = readTestedFlow(JSON.stringify([say('Other')]), 'f.flow.json');
    assert.ok(typeof again !== 'string');
    assert.notDeepEqual(inputOf(again, {}, undefined), plain);
  });
});
