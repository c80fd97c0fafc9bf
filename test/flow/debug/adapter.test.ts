import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { editorOf } from './editor';

const sleeping = `[
  { "type": "sleep", "option": { "duration": 10000 } },
  { "type": "variable_set", "option": { "key": "tier", "value": "gold" } },
  { "type": "branch", "option": {
    "variable": "tier",
    "target_ids": { "gold": "a0000000-0000-4000-8000-000000000001" },
    "default_target_id": "a0000000-0000-4000-8000-000000000002"
  } },
  { "id": "a0000000-0000-4000-8000-000000000001", "type": "talk", "option": { "text": "Gold.", "language": "en-US" } },
  { "id": "a0000000-0000-4000-8000-000000000002", "type": "hangup" }
]`;

suite('the debug adapter: how it is launched', () => {
  test('speed 2 takes half of the time that the call takes', async () => {
    const { clock, events, event, start, request } = editorOf(sleeping);
    const isOver = () => events.some((other) => other.event === 'terminated');
    await start({ world: {}, speed: 2 });
    await clock.whenPending(5000);
    clock.advance(4999);
    assert.ok(!isOver());
    clock.advance(1);
    // The text takes its time as well.
    while (!isOver()) {
      await clock.whenPending(1, 60_000);
      clock.advance(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await event('terminated');
    await request('disconnect');
  });

  test('without debugging nothing stops it', async () => {
    const { events, event, start } = editorOf(sleeping);
    await start({ world: {}, noDebug: true, stopOnEntry: true }, ['end'], [3]);
    await event('terminated');
    assert.ok(!events.some((other) => other.event === 'stopped'));
  });

  test('what does not fit is refused with a sentence', async () => {
    const { request } = editorOf(sleeping);
    await request('initialize');
    const wrong: readonly [args: object, words: RegExp][] = [
      [{}, /`program` is missing/],
      [{ program: '/one.flow.json', speed: -1 }, /`speed` is 0/],
      [{ program: '/one.flow.json', phone: 'x' }, /`phone` is/],
      [{ program: '/one.flow.json', trigger: 'x' }, /`trigger` is one of/],
      [{ program: '/one.flow.json', semantics: 'x' }, /`semantics` is/],
      [{ program: '/one.flow.json', stopOnEntry: 1 }, /`stopOnEntry` is/],
      [{ program: '/one.flow.json', world: 1 }, /`world` is/],
      [{ program: '/one.flow.json', world: { digitz: [] } }, /digitz/],
      [{ program: '/one.flow.json', world: '{ "digitz": [] }' }, /digitz/],
      [{ program: '/one.flow.json', world: '{ "digits": [' }, /`world` is not valid JSON/],
      [{ program: '/no.flow.json' }, /cannot be read/],
    ];
    for (const [args, words] of wrong) await assert.rejects(request('launch', args), words);
    await assert.rejects(request('continue', { threadId: 1 }), /No flow is being debugged/);
    await assert.rejects(request('dance'), /There is no request/);
  });
});

suite('the debug adapter: a world as JSON text', () => {
  test('is a world as an object is, with signs that an editor does not touch', async () => {
    const { event, start, request } = editorOf(sleeping);
    await start({ world: '{ "variables": { "note": "Hello \\u0024{file}" } }', stopOnEntry: true });
    await event('stopped');
    assert.equal((await request('evaluate', { expression: 'note', context: 'hover' })).result, '"Hello ${file}"');
  });
});

suite('the debug adapter: places and values', () => {
  test('breakpoint locations are the first lines of the actions of a range', async () => {
    const { event, start, request } = editorOf(sleeping);
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    const places = async (line: number, endLine?: number) => {
      const source = { path: '/one.flow.json' };
      const { breakpoints } = await request<{ breakpoints: { line: number }[] }>('breakpointLocations', {
        source,
        line,
        endLine,
      });
      return breakpoints.map((breakpoint) => breakpoint.line);
    };
    assert.deepEqual(await places(1, 10), [2, 3, 4, 9, 10]);
    assert.deepEqual(await places(4), [4]);
    assert.deepEqual(await places(6), []);
    assert.deepEqual(
      (await request('breakpointLocations', { source: { path: '/other.flow.json' }, line: 1 })).breakpoints,
      [],
    );
  });

  test('an expression is set, and the flow goes the other way', async () => {
    const { event, start, request, line } = editorOf(sleeping);
    await start({ world: {} }, [], [4]);
    await event('stopped');
    assert.equal((await request('evaluate', { expression: '${tier}', context: 'watch' })).result, '"gold"');
    const set = await request('setExpression', { expression: '${tier}', value: '"silver"', frameId: 1000 });
    assert.equal(set.value, '"silver"');
    await request('next', { threadId: 1 });
    await event('stopped');
    assert.equal(await line(), 10);
  });

  test('lines and columns can be counted from 0', async () => {
    const { event, request, line } = editorOf(sleeping);
    await request('initialize', { linesStartAt1: false, columnsStartAt1: false });
    await request('launch', { program: '/one.flow.json', world: {} });
    const { breakpoints } = await request<{ breakpoints: { line: number; column: number }[] }>('setBreakpoints', {
      source: { path: '/one.flow.json' },
      breakpoints: [{ line: 5 }],
    });
    assert.deepEqual([breakpoints[0]?.line, breakpoints[0]?.column], [3, 2]);
    await request('configurationDone');
    await event('stopped');
    assert.equal(await line(), 3);
  });
});

suite('the debug adapter: what it stops at without a breakpoint', () => {
  const stopsAt = async (text: string, filter: string, args: object = { world: {} }) => {
    const { event, start, request, line } = editorOf(text);
    await start(args, [filter]);
    const { reason, text: told } = await event('stopped');
    const { exceptionId } = await request('exceptionInfo', { threadId: 1 });
    return { reason, exceptionId, told: String(told), line: await line() };
  };

  test('every end', async () => {
    const { told, ...stop } = await stopsAt(sleeping, 'end');
    assert.deepEqual(stop, { reason: 'exception', exceptionId: 'Flow Ends', line: 10 });
    assert.match(told, /The run ends after/);
  });

  test('an error that stops the flow', async () => {
    const { told, ...stop } = await stopsAt(
      '[\n  { "type": "answer" },\n  { "type": "branch", "option": { "variable": "tier", "target_ids": {} } }\n]',
      'stopped',
    );
    assert.deepEqual(stop, { reason: 'exception', exceptionId: 'Flow Is Stopped by an Error', line: 3 });
    assert.match(told, /stopped/);
  });

  test('what is assumed, because neither world nor person says it', async () => {
    const { told, ...stop } = await stopsAt(
      '[\n  { "type": "answer" },\n  { "type": "fetch", "option": { "event_url": "https://example.com/" } }\n]',
      'assumed',
    );
    assert.deepEqual(stop, { reason: 'exception', exceptionId: 'Something Is Assumed', line: 3 });
    assert.match(told, /No answer is scripted for/);
  });

  test('where documentation and engine differ', async () => {
    // A counted jump goes on jumping: the engine does not write its count back.
    const { told, ...stop } = await stopsAt(
      `[
  { "id": "a0000000-0000-4000-8000-000000000001", "type": "answer" },
  { "type": "goto", "option": { "target_id": "a0000000-0000-4000-8000-000000000001", "loop_count": 1 } }
]`,
      'deviation',
    );
    assert.deepEqual(stop, { reason: 'exception', exceptionId: 'Documentation and Engine Differ', line: 3 });
    assert.ok(told.length > 10);
  });

  test('nothing of that where no filter is chosen', async () => {
    const { events, event, start } = editorOf('[{ "type": "no_such" }]');
    await start({ world: {} });
    await event('terminated');
    assert.ok(!events.some((other) => other.event === 'stopped'));
  });
});

suite('the debug adapter: an end in the middle of a wait', () => {
  const menu = '[\n  { "type": "digits_receive", "option": { "duration": 5000, "length": 1 } }\n]';

  test('by the editor that goes away: nothing more is told', async () => {
    const { clock, events, event, start, request, isClosed } = editorOf(menu);
    await start({ speed: 1 });
    await event('output', ({ output }) => String(output).startsWith('The flow waits'));
    await request('disconnect');
    assert.ok(isClosed());
    const count = events.length;
    clock.advance(60_000);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(events.length, count);
    assert.deepEqual(clock.pending(), []);
    await assert.rejects(request('threads'), /No flow is being debugged/);
  });

  test('by Stop: the call is hung up, and that is said', async () => {
    const { event, start, request } = editorOf(menu);
    await start({});
    await event('output', ({ output }) => String(output).startsWith('The flow waits'));
    await request('terminate');
    await event('output', ({ output }) => /the call is hung up/.test(String(output)));
    await event('terminated');
  });

  test('by Stop, when it has just ended by itself: nothing is left to stop, and that is no mistake', async () => {
    const { event, start, request } = editorOf(menu);
    await start({});
    await event('output', ({ output }) => String(output).startsWith('The flow waits'));
    await request('terminate');
    assert.deepEqual(await request('terminate'), {});
    await request('disconnect');
    assert.deepEqual(await request('terminate'), {});
  });
});

const commands = [
  'initialize launch configurationDone setBreakpoints breakpointLocations dataBreakpointInfo setDataBreakpoints',
  'setExceptionBreakpoints exceptionInfo continue next stepIn stepOut stepBack reverseContinue pause gotoTargets goto threads',
  'stackTrace scopes variables setVariable setExpression source evaluate completions restart dance __proto__ toString',
].flatMap((line) => line.split(' '));

/** What no editor sends, as arguments and as each argument. */
const odd = [
  undefined,
  null,
  -1,
  1.5,
  1e300,
  Number.NaN,
  'x',
  '\u0000',
  '${'.repeat(500),
  'y'.repeat(200_000),
  [],
  [null],
  {},
  true,
];
const names = [
  'program world speed source breakpoints line endLine column name variablesReference filters filterOptions threadId targetId frameId',
  'startFrame levels start count value expression text sourceReference arguments',
].flatMap((line) => line.split(' '));
const oddArguments = odd.flatMap((value) => [
  value,
  Object.fromEntries(names.map((name) => [name, value])),
  {
    source: { path: value, sourceReference: value },
    breakpoints: [{ line: value, dataId: value, condition: value, hitCondition: value }],
  },
]);

suite('the debug adapter: an editor that sends anything at any time', () => {
  type Editor = ReturnType<typeof editorOf>;
  const states: Readonly<Record<string, (editor: Editor) => Promise<unknown>>> = {
    'before everything': async () => {},
    'while the flow stands still': async ({ start, event }) => {
      await start({ world: {}, stopOnEntry: true });
      await event('stopped');
    },
    'while it waits': ({ start, event }) => start({ phone: 'console' }).then(() => event('output')),
    'when it is over': ({ start, event }) => start({ world: {} }).then(() => event('terminated')),
  };
  for (const [name, bring] of Object.entries(states))
    test(`${name}: each request is answered once, and what is refused says why`, async () => {
      const editor = editorOf(sleeping);
      await bring(editor);
      let refused = 0;
      for (const command of commands)
        for (const args of oddArguments) {
          const answered = await editor.request(command, args as object).catch((error: Error) => error);
          if (!(answered instanceof Error)) continue;
          refused++;
          assert.match(
            answered.message,
            /^[A-Z`/](?!.*\bCannot\b)|^The arguments of `\w+` do not fit the Debug Adapter Protocol: /s,
          );
        }
      assert.ok(refused > 100);
      // It is of use all the same.
      await editor.request('disconnect');
      const other = editorOf(sleeping);
      await other.start({ world: {}, stopOnEntry: true });
      assert.equal((await other.event('stopped')).reason, 'entry');
    });

  test('a flow that is launched a second time takes the place of the first, and what is configured twice does not go on', async () => {
    const { event, events, line, request, start } = editorOf(sleeping);
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    await request('configurationDone');
    assert.equal(await line(), 2);
    await request('launch', { program: '/one.flow.json', world: {}, stopOnEntry: true });
    await event('stopped');
    assert.equal(await line(), 2);
    await request('continue', { threadId: 1 });
    await event('terminated');
    assert.equal(events.filter((other) => other.event === 'terminated').length, 1);
  });

  test('what comes after the end says that the flow is over', async () => {
    const { event, request, start } = editorOf(sleeping);
    await start({ world: {} });
    await event('terminated');
    for (const command of ['continue', 'stepBack', 'reverseContinue', 'setVariable'])
      await assert.rejects(request(command, { threadId: 1, variablesReference: 1 }), /^Error: The flow is over\./);
  });

  test('a breakpoint in a file that is not there says so, and stops nothing', async () => {
    const { event, events, request } = editorOf(sleeping);
    await request('initialize');
    await request('launch', { program: '/one.flow.json', world: {} });
    for (const source of [{ path: '/none.flow.json' }, { sourceReference: 99 }, {}]) {
      const { breakpoints } = await request<{ breakpoints: { verified: boolean; message: string }[] }>(
        'setBreakpoints',
        {
          source,
          breakpoints: [{ line: 2 }, { line: 1e9 }],
        },
      );
      assert.deepEqual(
        breakpoints.map(({ verified, message }) => [verified, message]),
        [1, 2].map(() => [false, 'This file is not the flow that is being debugged.']),
      );
    }
    await request('configurationDone');
    await event('terminated');
    assert.ok(!events.some((other) => other.event === 'stopped'));
  });
});
