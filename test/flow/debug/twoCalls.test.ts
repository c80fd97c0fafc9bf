import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { editorOf } from './editor';

suite('the debug adapter: the console while two calls wait', () => {
  test('a command is for the call that can take it', async () => {
    const ana = { type: 'tel', target: '+15550101011' };
    const nested = [{ type: 'digits_receive', option: { duration: 5000, length: 1 } }];
    const call = { source: { type: 'tel', target: '+15550101000' }, destinations: [ana], actions: nested };
    const flow = [
      { type: 'call', option: call },
      { type: 'digits_receive', option: { duration: 6000, length: 1 } },
    ];
    const { start, request, event } = editorOf(JSON.stringify(flow));
    const say = (expression: string) => request('evaluate', { expression, context: 'repl' });
    const told = (wanted: RegExp) => event('output', ({ output }) => wanted.test(String(output)));
    await start({ phone: 'console' });
    await told(/call to .*waits for \+15550101011 to answer/);
    await say('answer');
    await told(/^call to .*: the call is answered/);
    await told(/^call to .*waits for keys/);
    await say('press 7');
    // The key comes in time, which passes when the other one has its answer too.
    await say('press 4');
    await told(/^key 4, digits are "4"/);
    await told(/^call to .*: key 7/);
    await event('terminated');
  });

  test('an answer that is kept before the call rings is for the call', async () => {
    const ana = { type: 'tel', target: '+15550101011' };
    const nested = [{ type: 'answer' }, { type: 'sleep', option: { duration: 1000 } }];
    const call = { source: { type: 'tel', target: '+15550101000' }, destinations: [ana], actions: nested };
    const flow = [{ type: 'call', option: call }, { type: 'sleep', option: { duration: 90000 } }, { type: 'hangup' }];
    const { start, request, event, events } = editorOf(JSON.stringify(flow));
    await start({ phone: 'console', stopOnEntry: true });
    await event('stopped');
    await request('stepIn', { threadId: 1 });
    await event('stopped');
    const { result } = await request('evaluate', { expression: 'answer', context: 'repl' });
    assert.equal(result, 'Kept for the next wait that accepts it.');
    await request('continue', { threadId: 1 });
    await event('output', ({ output }) => /^call to .*: the call is answered/.test(String(output)));
    await event('terminated');
    const told = events.map(({ body }) => String((body as { output?: string } | undefined)?.output));
    assert.ok(!told.some((output) => /waits for \+15550101011 to answer/.test(output)));
  });

  test('a step of one continues them all, which the editor is told', async () => {
    const ana = { type: 'tel', target: '+15550101011' };
    const nested = [{ type: 'answer' }, { type: 'sleep', option: { duration: 1000 } }];
    const call = { source: { type: 'tel', target: '+15550101000' }, destinations: [ana], actions: nested };
    const flow = [{ type: 'call', option: call }, { type: 'sleep', option: { duration: 90000 } }, { type: 'hangup' }];
    const { start, request, event, events } = editorOf(JSON.stringify(flow));
    await start({ world: {}, stopOnEntry: true });
    await event('stopped');
    const continued = () => events.filter((other) => other.event === 'continued').map(({ body }) => body);
    await request('next', { threadId: 1 });
    await event('stopped');
    assert.deepEqual(continued(), [], 'there is one run only');
    await request('next', { threadId: 1 });
    await event('stopped');
    assert.deepEqual(continued(), [{ threadId: 1, allThreadsContinued: true }]);
  });
});

suite('the debug adapter: a talk with a called party', () => {
  const flow = JSON.stringify([
    {
      type: 'connect',
      option: {
        source: { type: 'tel', target: '+15550101000' },
        destinations: [{ type: 'tel', target: '+15550101011' }],
      },
    },
    { type: 'hangup' },
  ]);
  const debugging = async (...commands: string[]) => {
    const { start, request, event, events } = editorOf(flow);
    const told = (wanted: RegExp) => event('output', ({ output }) => wanted.test(String(output)));
    await start({ phone: 'console' });
    await told(/waits for \+15550101011 to answer\. Type `answer`/);
    await request('evaluate', { expression: 'answer', context: 'repl' });
    await told(/waits for the talk with \+15550101011 to end\. Type `talk 30s`, `leave` or `hangup`\./);
    for (const expression of commands) await request('evaluate', { expression, context: 'repl' });
    await event('terminated');
    return events.map(({ body }) => String((body as { output?: unknown } | undefined)?.output ?? '')).join('');
  };

  test('is as long as the person says', async () => {
    const output = await debugging('talk 90s');
    assert.match(output, /\+15550101011 hangs up/);
    assert.doesNotMatch(output, /does not say how long/);
    assert.match(output, /after 1 min 30 s/);
  });

  test('ends when either party leaves', async () => {
    assert.doesNotMatch(await debugging('leave'), /does not say how long/);
    assert.match(await debugging('hangup'), /hang/);
  });
});
