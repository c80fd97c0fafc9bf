import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { editorOf } from './editor';

const talk = (text: string, id?: string) => ({
  ...(id ? { id } : {}),
  type: 'talk',
  option: { text, language: 'en-US' },
});
const lines = (...actions: readonly object[]) => `[\n${actions.map((action) => JSON.stringify(action)).join(',\n')}\n]`;

suite('the debug adapter: what an editor remembers', () => {
  test('a breakpoint keeps its number when the session is restarted', async () => {
    const { start, request, event } = editorOf(lines(talk('One.'), talk('Two.')));
    await start({ world: {} }, [], [3]);
    const before = await event('stopped');
    await request('restart');
    const { breakpoint } = await event('breakpoint');
    const after = await event('stopped');
    assert.deepEqual(after.hitBreakpointIds, before.hitBreakpointIds);
    assert.deepEqual([(breakpoint as { id: number }).id], before.hitBreakpointIds);
  });

  test('a breakpoint in a list that a URL answered stops after a restart too, and in one that is another list now', async () => {
    const url = 'https://example.com/a';
    const flow = `[\n{ "type": "fetch", "option": { "event_url": "${url}" } },\n{ "type": "hangup" }\n]`;
    const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
    const listOf = (...types: string[]) => JSON.stringify(types.map((type, at) => ({ id: id(at), type })));
    const worldWith = (body: string) => ({ fetch: { [url]: { status: 200, body } } });
    const { start, request, event, events, frames } = editorOf(flow);
    await start({ world: worldWith(listOf('answer', 'beep')) }, [], [2]);
    await event('stopped');
    await request('stepIn', { threadId: 1 });
    await event('stopped');
    const shown = async () => ((await frames()) as { source?: { sourceReference?: number } }[])[0]?.source;
    const source = await shown();
    const lines = (content: string) => content.split('\n').findIndex((text) => text.includes('beep'));
    const { content } = await request<{ content: string }>('source', { source, ...source });
    const { breakpoints } = await request<{ breakpoints: { id: number; verified: boolean }[] }>('setBreakpoints', {
      source,
      breakpoints: [{ line: lines(content) }],
    });
    assert.ok(breakpoints[0]?.verified);
    await request('setBreakpoints', { source: { path: '/one.flow.json' }, breakpoints: [] });
    await request('restart');
    const hit = await event('stopped');
    assert.deepEqual(hit.hitBreakpointIds, [breakpoints[0].id]);
    assert.deepEqual(await shown(), source, 'the list is the one that the editor knows');
    const told = events.filter(({ event: name }) => name === 'breakpoint');
    assert.deepEqual(
      told.map(({ body }) => (body as { breakpoint: { verified: boolean } }).breakpoint.verified),
      [true],
    );
    await request('restart', {
      arguments: { program: '/one.flow.json', world: worldWith(listOf('answer', 'hangup')) },
    });
    await event('stopped');
    assert.notDeepEqual(await shown(), source, 'another list is shown as it is');
  });

  test('the action that runs next is shown where it is in the changed text, and breakpoints stop at the actions of their lines', async () => {
    const all = [talk('One.'), talk('Two.'), talk('Three.'), talk('Four.')];
    const { start, request, event, line, files } = editorOf(lines(...all));
    await start({ world: {} }, [], [3]);
    await event('stopped');
    files.set('/one.flow.json', lines(talk('New.'), ...all.with(3, talk('Fourth.'))));
    const { breakpoints } = await request<{ breakpoints: { verified: boolean; message?: string }[] }>(
      'setBreakpoints',
      {
        source: { path: '/one.flow.json' },
        breakpoints: [{ line: 2 }, { line: 5 }],
      },
    );
    assert.equal(await line(), 4);
    assert.deepEqual(
      breakpoints.map(({ verified, message }) => message ?? verified),
      ['The session runs the flow without this action. Restart it to stop here.', true],
    );
    await request('continue', { threadId: 1 });
    await event('stopped');
    assert.equal(await line(), 5);
  });

  test('a jump goes to the action of its line in the text as it is now', async () => {
    const all = [talk('One.'), talk('Two.'), talk('Three.')];
    const { start, request, event, line, files } = editorOf(lines(...all));
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    files.set('/one.flow.json', lines(talk('New.'), ...all));
    const source = { path: '/one.flow.json' };
    const { breakpoints } = await request<{ breakpoints: { line: number }[] }>('breakpointLocations', {
      source,
      line: 4,
    });
    assert.deepEqual(breakpoints, [{ line: 4, column: 1 }]);
    const { targets } = await request<{ targets: { id: number; line: number }[] }>('gotoTargets', { source, line: 4 });
    assert.equal(targets[0]?.line, 4);
    await request('goto', { threadId: 1, targetId: targets[0].id });
    await event('stopped');
    assert.equal(await line(), 4);
    await request('next', { threadId: 1 });
    await event('stopped');
    assert.equal(await line(), 5, 'Two. ran');
  });

  test('a breakpoint in a placed call stays there where the flow around has an action of the same name', async () => {
    const flow = (before: string) => `[\n${before}{ "type": "call", "option": {
      "source": { "type": "tel", "target": "+15550100" }, "destinations": [{ "type": "tel", "target": "+15550111" }], "actions": [
      ${JSON.stringify(talk('Inner.', 'hello'))}\n] } },\n${JSON.stringify(talk('Outer.', 'hello'))}\n]`;
    const { start, request, event, files } = editorOf(flow(''), '/one.flow.jsonc');
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    files.set('/one.flow.jsonc', flow('// A comment.\n'));
    const { breakpoints } = await request<{ breakpoints: { line: number }[] }>('setBreakpoints', {
      source: { path: '/one.flow.jsonc' },
      breakpoints: [{ line: 5 }, { line: 7 }],
    });
    assert.deepEqual(
      breakpoints.map(({ line }) => line),
      [5, 7],
    );
  });

  test('it is told once that the flow has changed', async () => {
    const { start, request, event, events, files } = editorOf(lines(talk('One.'), talk('Two.'), talk('Three.')));
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    files.set('/one.flow.json', lines(talk('New.')));
    for (let left = 2; left > 0; left--) {
      await request('next', { threadId: 1 });
      await event('stopped');
    }
    const told = events.filter(({ body }) => /has changed/.test(String((body as { output?: string })?.output)));
    assert.equal(told.length, 1);
  });
});

suite('the debug adapter: steps and jumps', () => {
  for (const [what, change] of [
    ['a value is set', ['setExpression', { expression: 'tier', value: 'gold' }]],
    ['a key is pressed', ['evaluate', { expression: 'press 5', context: 'repl' }]],
  ] as const)
    test(`a step back after ${what} goes to the action before, not to where an old step began`, async () => {
      const nested = {
        'https://flows.example/x': {
          status: 200,
          body: JSON.stringify([talk('Nested.', 'a0000000-0000-4000-8000-000000000009')]),
        },
      };
      const { start, request, event, frames } = editorOf(
        lines({ type: 'fetch', option: { event_url: 'https://flows.example/x' } }, talk('Two.')),
      );
      await start({ world: { fetch: nested }, stopOnEntry: true }, [], [3]);
      await event('stopped');
      await request('next', { threadId: 1 });
      await event('stopped');
      await request('stepBack', { threadId: 1 });
      await event('stopped');
      await request(change[0], change[1]);
      await request('continue', { threadId: 1 });
      await event('stopped');
      await request('stepBack', { threadId: 1 });
      await event('stopped');
      assert.equal((await frames()).length, 2, 'it stands in the fetched list');
    });

  test('a jump uses up no execution', async () => {
    const { start, request, event, executions } = editorOf(lines(talk('One.'), talk('Two.'), talk('Three.')));
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    const before = await executions();
    const { targets } = await request<{ targets: { id: number }[] }>('gotoTargets', {
      source: { path: '/one.flow.json' },
      line: 4,
    });
    await request('goto', { threadId: 1, targetId: targets[0]?.id });
    await event('stopped');
    assert.deepEqual(await executions(), before);
  });

  test('a step back undoes a jump: the action in front of which it began runs', async () => {
    const { start, request, event, line, executions } = editorOf(
      lines(talk('One.'), talk('Two.'), talk('Three.'), talk('Four.')),
    );
    await start({ world: {} }, [], [3]);
    await event('stopped');
    const before = await executions();
    const jump = async () => {
      const { targets } = await request<{ targets: { id: number }[] }>('gotoTargets', {
        source: { path: '/one.flow.json' },
        line: 5,
      });
      await request('goto', { threadId: 1, targetId: targets[0]?.id });
      await event('stopped');
    };
    const step = async (kind: string) => {
      await request(kind, { threadId: 1 });
      await event('stopped');
      return await line();
    };
    await jump();
    assert.equal(await line(), 5);
    assert.equal(await step('stepBack'), 3);
    assert.deepEqual(await executions(), before);
    assert.equal(await step('next'), 4);
    assert.equal(await step('stepBack'), 3);
    await jump();
    assert.equal(await step('stepBack'), 3);
    assert.equal(await step('stepBack'), 2);
    assert.equal(await step('next'), 3);
    assert.equal(await step('next'), 4);
  });

  test('a jump out of the list of a queue leaves the queue: no agent takes the call', async () => {
    const [queue, list] = ['c82638f2-8af6-4299-829e-5fec76b413c9', 'f1a70c36-52be-4d0b-9c1e-84d3b6a5e001'];
    const sleep = (duration: number) => ({
      id: 'a0000000-0000-4000-8000-000000000009',
      type: 'sleep',
      option: { duration },
    });
    const join = { type: 'queue_join', option: { queue_id: queue } };
    const { start, request, event } = editorOf(lines(join, sleep(30_000), { type: 'hangup' }));
    const queues = { [queue]: { wait_flow_id: list, agent_after: 10_000, talks_for: 1000 } };
    await start({ world: { queues, flows: { [list]: [sleep(60_000)] } }, stopOnEntry: true });
    await event('stopped');
    await request('stepIn', { threadId: 1 });
    await event('stopped');
    const { targets } = await request<{ targets: { id: number }[] }>('gotoTargets', {
      source: { path: '/one.flow.json' },
      line: 3,
    });
    await request('goto', { threadId: 1, targetId: targets[0]?.id });
    await event('stopped');
    await request('continue', { threadId: 1 });
    const { output } = await event('output');
    assert.match(String(output), /^The run ends after 30 s: hangup/);
  });

  test('over the last action of a flow comes the flow that follows', async () => {
    const next = 'f1a70c36-52be-4d0b-9c1e-84d3b6a5e001';
    const flow = { actions: [talk('One.')], on_complete_flow_id: next };
    const { start, request, event } = editorOf(JSON.stringify(flow, null, 1));
    await start({ world: { flows: { [next]: [talk('After.')] } }, stopOnEntry: true });
    await event('stopped');
    await request('next', { threadId: 1 });
    const { reason, threadId } = await event('stopped');
    assert.deepEqual([reason, threadId], ['step', 2]);
  });
});

suite('the debug adapter: a flow that VoIPbin refuses', () => {
  test('stops at the error, as a flow that an error ends', async () => {
    const { start, event } = editorOf(lines({ type: 'no_such_type' }));
    await start({ world: {} }, ['stopped']);
    const { reason, text } = await event('stopped');
    assert.equal(reason, 'exception');
    assert.match(String(text), /VoIPbin refuses to save the flow/);
  });
});
