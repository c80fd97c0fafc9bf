import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { editorOf } from './editor';

const source = { path: '/one.flow.json' };
const menu = `[
{ "type": "talk", "option": { "text": "Welcome", "language": "en-US" } },
{ "type": "digits_receive", "option": { "duration": 6000, "length": 1 } },
{ "type": "variable_set", "option": { "key": "kept", "value": "\${voipbin.call.digits}" } },
{ "type": "talk", "option": { "text": "Goodbye", "language": "en-US" } }
]`;

/** A session that stands at line 2. */
async function standing(text: string, args: object, filters: readonly string[] = [], lines: readonly number[] = []) {
  const editor = editorOf(text);
  const { request, event, line } = editor;
  await editor.start({ stopOnEntry: true, ...args }, filters, lines);
  await event('stopped');
  /** Moves, and says where that ends. */
  const move = async (command: string, threadId = 1) => {
    const stopped = event('stopped');
    await request(command, { threadId });
    const { reason } = await stopped;
    return { reason, line: await line() };
  };
  const type = (expression: string) => request('evaluate', { expression, context: 'repl' });
  const value = async (name: string) => (await request('evaluate', { expression: name, context: 'hover' })).result;
  const set = async (expression: string, value: string) => {
    const { stackFrames } = await request<{ stackFrames: { id: number }[] }>('stackTrace', { threadId: 1 });
    await request('setExpression', { expression, value, frameId: stackFrames[0]?.id });
  };
  const jump = async (to: number) => {
    const { targets } = await request<{ targets: { id: number }[] }>('gotoTargets', { source, line: to });
    const stopped = event('stopped');
    await request('goto', { threadId: 1, targetId: targets[0]?.id });
    await stopped;
    return line();
  };
  return { ...editor, move, type, value, set, jump };
}

suite('the debug adapter: another answer after going back', () => {
  test('a key that is pressed at the same place counts instead of the first one', async () => {
    const { move, type, value } = await standing(menu, { phone: 'console' });
    await move('next');
    await type('press 2');
    await move('next');
    assert.equal(await value('voipbin.call.digits'), '"2"');
    assert.equal((await move('stepBack')).line, 3);
    await type('press 3');
    await move('next');
    assert.equal(await value('voipbin.call.digits'), '"3"');
  });

  test('a key that is pressed counts instead of one that was kept since an action before', async () => {
    const silent = menu.replace(/"type": "talk", "option".*/, '"type": "variable_set", "option": { "key": "a" } },');
    const { move, type, value } = await standing(silent, { phone: 'console' });
    await type('press 2');
    await move('next');
    await move('next');
    assert.equal(await value('voipbin.call.digits'), '"2"');
    await move('stepBack');
    await type('press 3');
    await move('next');
    assert.equal(await value('voipbin.call.digits'), '"3"');
  });

  test('a hang-up is undone by a key', async () => {
    const { move, type, value } = await standing(menu, { phone: 'console' }, ['end']);
    await move('next');
    await type('hangup');
    assert.equal((await move('continue')).reason, 'exception');
    assert.equal((await move('stepBack')).line, 3);
    await type('press 2');
    assert.equal((await move('next')).reason, 'step');
    assert.equal(await value('voipbin.call.digits'), '"2"');
  });

  test('keys that are pressed one after the other at one stop all stay, and so does a variable that was set there', async () => {
    const { move, type, value, set } = await standing(menu.replace('"length": 1', '"length": 2'), { phone: 'console' });
    await move('next');
    await set('tier', 'gold');
    await type('press 91');
    await move('next');
    await move('stepBack');
    await type('press 4');
    await type('press 5');
    await move('next');
    assert.deepEqual([await value('voipbin.call.digits'), await value('tier')], ['"45"', '"gold"']);
  });

  test('setting a variable does not ask for the key again', async () => {
    const { move, type, value, set } = await standing(menu, { phone: 'console' });
    await move('next');
    await type('press 2');
    await move('next');
    await move('stepBack');
    await set('tier', 'gold');
    await move('next');
    assert.equal(await value('voipbin.call.digits'), '"2"');
  });

  test('values that are shown are those of now, after the first answer was taken back', async () => {
    const { move, type, request } = await standing(menu, { phone: 'console', world: { variables: { tier: 'tin' } } });
    await move('next');
    await type('press 2');
    await move('next');
    await move('stepBack');
    type Named = { readonly name: string; readonly value: string; readonly variablesReference: number };
    const { scopes } = await request<{ scopes: Named[] }>('scopes', { frameId: 1000 });
    const { variablesReference } = scopes.find(({ name }) => name === 'Variables') ?? {};
    await type('press 3');
    await request('setExpression', { expression: 'tier', value: 'gold', frameId: 1000 });
    const { variables } = await request<{ variables: Named[] }>('variables', { variablesReference });
    assert.deepEqual(
      variables.filter(({ name }) => name === 'tier').map(({ value }) => value),
      ['"gold"'],
    );
  });
});

suite('the debug adapter: where going back leads', () => {
  test('from the first action of a placed call to the action during which it began', async () => {
    const party = (target: string) => `{ "type": "tel", "target": "${target}" }`;
    const text = `[
{ "type": "talk", "option": { "text": "one", "language": "en-US" } },
{ "type": "call", "option": { "source": ${party('+15550101000')}, "destinations": [${party('+15550101001')}], "actions": [
    { "type": "beep" }
] } },
{ "type": "talk", "option": { "text": "two", "language": "en-US" } },
{ "type": "sleep", "option": { "duration": 60000 } }
]`;
    const { request, event, start, line } = editorOf(text);
    await start({ world: {} }, [], [4]);
    const { threadId } = await event('stopped');
    assert.equal(threadId, 2);
    const stopped = event('stopped');
    await request('stepBack', { threadId });
    const back = await stopped;
    assert.deepEqual([back.reason, back.threadId, await line()], ['step', 1, 7]);
    await request('stackTrace', { threadId: back.threadId });
  });

  test('reverse stops at a conditional breakpoint although its variable was changed there, and forward stops there again', async () => {
    const { request, move, set, value } = await standing(menu, { world: { digits: ['7'] } });
    await request('setBreakpoints', {
      source,
      breakpoints: [{ line: 4, condition: '${voipbin.call.digits} == 7' }, { line: 5 }],
    });
    assert.equal((await move('continue')).line, 4);
    await set('voipbin.call.digits', '2');
    assert.equal((await move('continue')).line, 5);
    assert.deepEqual(await move('reverseContinue'), { reason: 'breakpoint', line: 4 });
    assert.equal(await value('voipbin.call.digits'), '"2"');
    assert.deepEqual(await move('reverseContinue'), { reason: 'entry', line: 2 });
    assert.deepEqual(await move('continue'), { reason: 'breakpoint', line: 4 });
  });

  test('a step that was made after an undone jump is forgotten', async () => {
    const set = (name: string) => `{ "type": "variable_set", "option": { "key": "${name}", "value": "1" } }`;
    const text = `[
{ "type": "beep" },
${set('a')},
${set('b')},
{ "type": "answer" },
{ "type": "talk", "option": { "text": "x", "language": "en-US" } },
${set('c')},
{ "type": "talk", "option": { "text": "y", "language": "en-US" } }
]`;
    const { request, move, jump } = await standing(text, { world: {} });
    await move('next');
    assert.equal(await jump(6), 6);
    await move('next');
    await move('stepBack');
    assert.equal((await move('stepBack')).line, 3);
    for (const [at, before] of [
      [4, 3],
      [5, 4],
      [6, 5],
      [7, 6],
      [8, 7],
    ] as const) {
      await request('setBreakpoints', { source, breakpoints: [{ line: at }] });
      assert.equal((await move('continue')).line, at);
      assert.equal((await move('stepBack')).line, before);
    }
  });
});
