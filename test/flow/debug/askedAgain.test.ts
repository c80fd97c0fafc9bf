import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { earlier } from '../../../flow/debug/earlier';
import { createTimeline } from '../../../flow/debug/timeline';
import * as arbitrary from '../simulator/support/arbitraryRuns';
import { editorOf } from './editor';

const source = { path: '/one.flow.json' };
const menu = `[
{ "type": "digits_receive", "option": { "duration": 6000, "length": 1 } },
{ "id": "a0000000-0000-4000-8000-000000000001", "type": "branch", "option": {
    "default_target_id": "a0000000-0000-4000-8000-000000000002", "target_ids": { "2": "a0000000-0000-4000-8000-000000000003" } } },
{ "id": "a0000000-0000-4000-8000-000000000002", "type": "goto",
    "option": { "target_id": "a0000000-0000-4000-8000-000000000004", "loop_count": 2 } },
{ "id": "a0000000-0000-4000-8000-000000000003", "type": "hangup" },
{ "id": "a0000000-0000-4000-8000-000000000004", "type": "digits_receive", "option": { "duration": 6000, "length": 1 },
    "next_id": "a0000000-0000-4000-8000-000000000001" }
]`;

type Named = { readonly name: string; readonly value: string; readonly variablesReference: number };

suite('the debug adapter: a condition with a hit count', () => {
  for (const [hitCondition, stops] of [
    ['1', true],
    ['2', false],
  ] as const)
    test(`counts the arrivals for which the condition holds: ${hitCondition}`, async () => {
      const { start, request, event, line } = editorOf(menu);
      await start({ world: { digits: ['7', '2'] } });
      const { breakpoints } = await request<{ breakpoints: { verified: boolean }[] }>('setBreakpoints', {
        source,
        breakpoints: [{ line: 3, condition: '${voipbin.call.digits} == 2', hitCondition }],
      });
      assert.ok(breakpoints[0]?.verified);
      await request('restart');
      await event(stops ? 'stopped' : 'terminated');
      if (stops) assert.equal(await line(), 3);
    });

  test('knows the variables of every earlier moment, whatever the flow and the world', () => {
    fc.assert(
      fc.property(arbitrary.input, arbitrary.answers, fc.nat(40), (input, given, at) => {
        const timeline = createTimeline({ input, options: {}, world: () => arbitrary.worldOf(given), asks: false });
        const seen: ReadonlyMap<string, string>[] = [];
        for (let happened = timeline.advance(); happened; happened = timeline.advance()) {
          if (timeline.at === at) timeline.change(happened.thread.id, { kind: 'set', name: 'own', value: 'x' });
          seen.push(new Map(happened.thread.run.variables));
        }
        const names = new Set(seen.flatMap((variables) => [...variables.keys()]));
        let position = 0;
        for (const { event, lookup } of earlier(timeline.machine)) {
          const variables = seen[position++];
          if (event.type !== 'action' || position === at) continue;
          for (const name of names) assert.equal(lookup(name), variables?.get(name), `${position} ${name}`);
        }
      }),
      { numRuns: 100 },
    );
  });
});

suite('the debug adapter: what is asked again', () => {
  test('values of a scope are those of now, after one was set', async () => {
    const { start, request, event } = editorOf(menu);
    await start({ world: { digits: ['7'], variables: { tier: 'tin' } } }, [], [3]);
    await event('stopped');
    const { scopes } = await request<{ scopes: Named[] }>('scopes', { frameId: 1000 });
    const { variablesReference } = scopes.find(({ name }) => name === 'Variables') ?? {};
    await request('setVariable', { variablesReference, name: 'tier', value: 'gold' });
    const { variables } = await request<{ variables: Named[] }>('variables', { variablesReference });
    assert.deepEqual(
      variables.map(({ name, value }) => `${name} ${value}`),
      ['tier "gold"'],
    );
    await assert.rejects(
      request('setExpression', { expression: '1 + ${tier}', value: '5', frameId: 1000 }),
      /is not a variable/,
    );
  });

  test('the console completes a name once: the brace can be there already, and an empty line is not a mistake', async () => {
    const { start, request, event } = editorOf(menu);
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    const completed = async (text: string, column: number) => {
      const { targets } = await request<{ targets: { label: string; text: string }[] }>('completions', {
        text,
        column,
      });
      return targets.find(({ label }) => label === 'voipbin.call.digits')?.text;
    };
    assert.equal(await completed('${voip', 7), 'voipbin.call.digits}');
    assert.equal(await completed('${voip}', 7), 'voipbin.call.digits');
    assert.deepEqual(await request('evaluate', { expression: ' ', context: 'repl' }), {
      result: '',
      variablesReference: 0,
    });
  });

  test('breakpoint locations take as long as the flow, not as the range that is asked for', async () => {
    const { start, request } = editorOf(menu);
    await start({ world: {} });
    const found = (endLine: number) => request('breakpointLocations', { source, line: 1, endLine });
    assert.deepEqual(await found(3_000_000_000), await found(20));
  });
});

suite('the debug adapter: how an editor names files', () => {
  test('by URIs, also of breakpoints and frames, where it says so; and by paths that are not the shortest', async () => {
    const { request, event, frames } = editorOf(menu);
    await request('initialize', { pathFormat: 'uri' });
    await request('launch', { program: 'file:///one.flow.json', world: {} });
    for (const path of ['/a/../one.flow.json', 'file:///one.flow.json']) {
      const { breakpoints } = await request<{ breakpoints: { verified: boolean }[] }>('setBreakpoints', {
        source: { path },
        breakpoints: [{ line: 3 }],
      });
      assert.ok(breakpoints[0]?.verified, path);
    }
    await request('configurationDone');
    await event('stopped');
    assert.equal(((await frames()) as { source?: { path?: string } }[])[0]?.source?.path, 'file:///one.flow.json');
  });
});

suite('the debug adapter: what it shows of lists and calls', () => {
  test('a list that a URL answered has the name of its URL', async () => {
    const url = 'https://example.com/a//b';
    const { start, request, event, frames } = editorOf(
      `[\n{ "type": "fetch", "option": { "event_url": "${url}" } },\n{ "type": "hangup" }\n]`,
    );
    const body = '[{ "id": "a0000000-0000-4000-8000-000000000009", "type": "answer" }]';
    await start({ world: { fetch: { [url]: { status: 200, body } } } }, [], [2]);
    await event('stopped');
    await request('stepIn', { threadId: 1 });
    await event('stopped');
    assert.equal(((await frames()) as { source?: { name?: string } }[])[0]?.source?.name, url);
  });

  test('the party of a placed call does not ring any more once it has answered', async () => {
    const party = (target: string) => `{ "type": "tel", "target": "${target}" }`;
    const text = `[
{ "type": "call", "option": { "source": ${party('+15550101000')}, "destinations": [${party('+15550101001')}], "actions": [
    { "type": "answer" }
] } }
]`;
    const { start, request, event } = editorOf(text);
    await start({ world: {} }, [], [3]);
    const { threadId } = await event('stopped');
    const { scopes } = await request<{ scopes: Named[] }>('scopes', { frameId: Number(threadId) * 1000 });
    const { variablesReference } = scopes.find(({ name }) => name === 'Call') ?? {};
    const { variables } = await request<{ variables: Named[] }>('variables', { variablesReference });
    assert.ok(variables.some(({ name, value }) => name === 'status' && value === 'progressing'));
    assert.deepEqual(
      variables.filter(({ value }) => value === 'ringing'),
      [],
    );
  });
});

suite('the debug adapter: a document that is one action', () => {
  test('stops at its breakpoint, and shows the action in the document', async () => {
    const { start, event, line, frames } = editorOf(
      '{ "type": "talk", "option": { "text": "a", "language": "en-US" } }',
    );
    await start({ world: {} }, [], [1]);
    await event('stopped', ({ reason }) => reason === 'breakpoint');
    assert.equal(await line(), 1);
    assert.deepEqual(
      (await frames()).map((frame) => (frame as { source?: { path?: string } }).source?.path),
      ['/one.flow.json'],
    );
  });
});
