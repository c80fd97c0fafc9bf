import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DebugClient } from '@vscode/debugadapter-testsupport';
import { suite, test } from 'mocha';
import { withFolder } from '../../support/cli';
import { launch, menu, output, run, say, scopeOf, stackOf, stopAfter, withDebugger } from './debugClient';

const loop = `[
  { "type": "variable_set", "option": { "key": "lap", "value": "\${lap}x" } },
  { "id": "a0000000-0000-4000-8000-000000000001", "type": "digits_receive",
    "option": { "duration": 1000, "length": 1 } },
  { "type": "variable_set", "option": { "key": "lap", "value": "\${lap}x" } },
  { "type": "goto", "option": { "target_id": "a0000000-0000-4000-8000-000000000001", "loop_count": 2 } },
  { "type": "hangup" }
]
`;

const placing = `[
  { "type": "call", "option": {
    "source": { "type": "tel", "target": "+15550100001" },
    "destinations": [{ "type": "tel", "target": "+15550100002" }],
    "actions": [
      { "type": "talk", "option": { "text": "Hello \${who}", "language": "en-US" } },
      { "type": "hangup" }
    ] } },
  { "type": "sleep", "option": { "duration": 20000 } },
  { "type": "fetch_flow", "option": { "flow_id": "f1a70c36-52be-4d0b-9c1e-84d3b6a5e001" } },
  { "type": "digits_send", "option": { "digits": "" } },
  { "type": "hangup" }
]
`;

const flows = { 'f1a70c36-52be-4d0b-9c1e-84d3b6a5e001': [{ type: 'answer' }, { type: 'beep' }] };

/** Debugs a flow in a file of its own. */
const debug = (text: string, use: (client: DebugClient, program: string) => Promise<void>) =>
  withFolder({ 'one.flow.json': text }, (folder) =>
    withDebugger(folder, (client) => use(client, join(folder, 'one.flow.json'))),
  );
const line = async (client: DebugClient, threadId = 1) =>
  Number.parseInt((await stackOf(client, threadId))[0] ?? '', 10);
const thread = { threadId: 1 };

suite('the requests of a debugger', function () {
  this.timeout(90_000);

  test('breakpoints have conditions, hit counts and messages', () =>
    debug(loop, async (client, program) => {
      const logged = output(client, /^lap is/);
      await launch(client, { program, world: {} }, [
        { line: 6, logMessage: 'lap is {lap}' },
        { line: 5, hitCondition: '2' },
        { line: 4, condition: '${lap} == xxx' },
      ]);
      assert.equal(await logged, 'lap is xx');
      assert.equal(await line(client), 5);
      assert.deepEqual(await scopeOf(client, 'Variables'), { lap: '"xx"' });
      assert.equal((await scopeOf(client, 'Executions')).used, '6');
      const { body } = await client.setBreakpointsRequest({
        source: { path: program },
        breakpoints: [{ line: 4, condition: 'lap = 2' }],
      });
      assert.match(body.breakpoints[0]?.message ?? '', /There is no operator/);
    }));

  test('a run goes back to the breakpoint before, and jumps to an action', () =>
    debug(loop, async (client, program) => {
      await launch(client, { program, world: {} }, [{ line: 4 }]);
      await stopAfter(client, () => client.continueRequest(thread));
      assert.deepEqual(await scopeOf(client, 'Variables'), { lap: '"xx"' });
      const back = await stopAfter(client, () => client.reverseContinueRequest(thread));
      assert.equal(back.reason, 'breakpoint');
      assert.deepEqual(await scopeOf(client, 'Variables'), { lap: '"x"' });
      const first = await stopAfter(client, () => client.reverseContinueRequest(thread));
      assert.deepEqual([first.reason, await line(client)], ['entry', 2]);
      const { body } = await client.gotoTargetsRequest({ source: { path: program }, line: 6 });
      const targetId = body.targets[0]?.id ?? 0;
      const there = await stopAfter(client, () => client.gotoRequest({ ...thread, targetId }));
      assert.deepEqual([there.reason, await line(client)], ['goto', 6]);
      assert.equal((await scopeOf(client, 'Executions')).used, '1');
    }));

  test('a variable that is written stops the flow', () =>
    debug(loop, async (client, program) => {
      const initialized = client.waitForEvent('initialized');
      await client.initializeRequest();
      await Promise.all([client.launchRequest({ program, world: {} } as object), initialized]);
      await client.setDataBreakpointsRequest({ breakpoints: [{ dataId: 'lap', hitCondition: '2' }] });
      const stop = await stopAfter(client, () => client.configurationDoneRequest());
      assert.deepEqual([stop.reason, stop.text, await line(client)], ['data breakpoint', 'lap: "x" → "xx"', 5]);
    }));

  test('a placed call is a thread; a stored flow is stepped into, and is a text of its own', () =>
    debug(placing, async (client, program) => {
      await launch(client, { program, world: { flows }, stopOnEntry: true });
      const into = await stopAfter(client, () => client.stepInRequest(thread));
      // The flow itself goes on while the called party rings.
      assert.deepEqual([into.threadId, await line(client, 1)], [1, 9]);
      const { body } = await client.setBreakpointsRequest({ source: { path: program }, breakpoints: [{ line: 6 }] });
      assert.deepEqual(
        body.breakpoints.map((breakpoint) => breakpoint.line),
        [6],
      );
      const called = await stopAfter(client, () => client.continueRequest(thread));
      assert.equal(called.threadId, 2);
      const { threads } = (await client.threadsRequest()).body;
      assert.deepEqual(threads, [
        { id: 1, name: 'call from +15550100001' },
        { id: 2, name: 'call to +15550100002' },
      ]);
      assert.equal(await line(client, 2), 6);
      await stopAfter(client, () => client.nextRequest(thread));
      assert.equal(await line(client), 10);
      await stopAfter(client, () => client.stepInRequest(thread));
      const { stackFrames } = (await client.stackTraceRequest(thread)).body;
      assert.deepEqual(
        stackFrames.map(({ name, source }) => `${name} in ${source?.name}`),
        ['answer in flow f1a70c36-52be-4d0b-9c1e-84d3b6a5e001', 'fetch_flow f1a70c36… in one.flow.json'],
      );
      const sourceReference = stackFrames[0]?.source?.sourceReference ?? 0;
      assert.match((await client.sourceRequest({ sourceReference })).body.content, /"type": "beep"/);
      await stopAfter(client, () => client.stepOutRequest(thread));
      assert.equal(await line(client), 11);
    }));

  test('stops where an action has no effect, and says why', () =>
    debug(placing, async (client, program) => {
      const initialized = client.waitForEvent('initialized');
      await client.initializeRequest();
      await Promise.all([client.launchRequest({ program, world: { flows } } as object), initialized]);
      await client.setExceptionBreakpointsRequest({ filters: ['failed'] });
      const stop = await stopAfter(client, () => client.configurationDoneRequest());
      assert.deepEqual([stop.reason, await line(client)], ['exception', 11]);
      const { body } = await client.exceptionInfoRequest(thread);
      assert.equal(body.exceptionId, 'Action Is Skipped or Fails');
      assert.match(body.description ?? '', /There are no `digits` to send/);
    }));

  test('time passes when it is said so; a pause shows where the flow waits; completion knows commands and variables', () =>
    debug(loop, async (client, program) => {
      const asked = output(client, /^The flow waits/);
      await run(client, { program });
      await asked;
      const again = output(client, /^The flow waits/);
      await say(client, 'wait 400ms');
      assert.match(await again, /keys, 600 ms/);
      const stop = await stopAfter(client, () => client.pauseRequest(thread));
      assert.deepEqual([stop.reason, await line(client)], ['pause', 3]);
      assert.equal((await scopeOf(client, 'Call')).awaited, 'keys, 600 ms');
      const complete = async (text: string) => {
        const { targets } = (await client.completionsRequest({ text, column: text.length + 1 })).body;
        return targets.map(({ label }) => label);
      };
      assert.ok((await complete('pr')).includes('press 1'));
      assert.ok((await complete('${la')).includes('lap'));
      await assert.rejects(say(client, 'nothing'), /`nothing` is not set\. Commands are `press 1`/);
    }));

  test('a flow that changes goes on as it was, and says so; restarted, the new one runs', () =>
    debug(loop, async (client, program) => {
      await launch(client, { program, world: {} }, [{ line: 4 }]);
      writeFileSync(program, `\n${loop}`);
      const told = output(client, /has changed/);
      await stopAfter(client, () => client.nextRequest(thread));
      assert.match(await told, /^one\.flow\.json has changed\. The session continues with the flow as it was\./);
      // Shown is where the action stands now.
      assert.equal(await line(client), 6);
      // An editor that is not told shows the run as standing still until the next stop.
      const gone = client.waitForEvent('thread');
      const stop = await stopAfter(client, () => client.restartRequest({}));
      assert.equal((await gone).body.reason, 'exited');
      assert.deepEqual([stop.reason, await line(client)], ['breakpoint', 4]);
      await client.terminateRequest();
    }));

  test('a world from a file, and the meaning of the documentation', () =>
    withFolder({ 'world.json': '{ "digits": ["3"] }' }, (folder) =>
      withDebugger(folder, async (client) => {
        const world = join(folder, 'world.json');
        await launch(client, { program: menu, world, semantics: 'documented' }, [{ line: 54 }]);
        assert.match((await stackOf(client))[0] ?? '', /^54 talk "Repairs/);
      }),
    ));
});
