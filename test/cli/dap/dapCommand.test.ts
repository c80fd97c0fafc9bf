import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'mocha';
import { frameMessage } from '../../../cli/dap/messages';
import { withFolder } from '../../support/cli';
import { cli, launch, menu, output, run, say, scopeOf, stackOf, stopAfter, withDebugger } from './debugClient';

const debug = (use: Parameters<typeof withDebugger<void>>[1]) => withFolder({}, (folder) => withDebugger(folder, use));

suite('voipbin-flow dap', function () {
  this.timeout(90_000);

  test('stops at a breakpoint behind a key that is typed in the console, steps, and goes back', () =>
    debug(async (client) => {
      const asked = output(client, /^The flow waits for/);
      const stopped = launch(client, { program: menu }, [{ line: 24 }]);
      assert.equal(await asked, 'The flow waits for keys, 6 s. Type `press 1`, `wait 5s` or `hangup`.');
      await say(client, 'press 2');
      assert.equal((await stopped).reason, 'breakpoint');
      assert.deepEqual(await stackOf(client), ['20 branch 1, 2, 3']);
      assert.equal((await scopeOf(client, 'Call')).digits, '"2"');
      assert.equal((await scopeOf(client, 'Executions')).used, '3');

      await stopAfter(client, () => client.nextRequest({ threadId: 1 }));
      assert.match((await stackOf(client)).join(), /^43 talk "A bike for a day/);
      await stopAfter(client, () => client.stepBackRequest({ threadId: 1 }));
      assert.deepEqual(await stackOf(client), ['20 branch 1, 2, 3']);
      assert.equal((await scopeOf(client, 'Call')).digits, '"2"');
    }));

  test('takes the other branch when a variable is changed', () =>
    debug(async (client) => {
      await launch(client, { program: menu, world: { digits: ['2'] } }, [{ line: 20 }]);
      const { body } = await client.scopesRequest({ frameId: 1000 });
      const scope = body.scopes.find(({ name }) => name === 'VoIPbin Variables');
      const variablesReference = scope?.variablesReference ?? 0;
      await client.setVariableRequest({ variablesReference, name: 'voipbin.call.digits', value: '3' });
      await stopAfter(client, () => client.nextRequest({ threadId: 1 }));
      assert.match((await stackOf(client))[0] ?? '', /^54 talk "Repairs take/);
      // Going back and on again, what was changed is changed again.
      await stopAfter(client, () => client.stepBackRequest({ threadId: 1 }));
      await stopAfter(client, () => client.stepInRequest({ threadId: 1 }));
      assert.match((await stackOf(client))[0] ?? '', /^54 /);
    }));

  test('runs to the end and says how it ended', () =>
    debug(async (client) => {
      const end = output(client, /^The run ends/);
      const ended = client.waitForEvent('terminated');
      await run(client, { program: menu, world: { digits: ['2'] } });
      assert.equal(await end, 'The run ends after 14.4 s: hangup. The flow hung up. 5 of 101 executions used.');
      await ended;
    }));

  test('ends without an error when the editor disconnects, or goes away, in the middle of a wait', () => {
    const send = (...messages: readonly object[]) => {
      const input = messages.map((message, at) => frameMessage({ seq: at + 1, type: 'request', ...message })).join('');
      return spawnSync(process.execPath, [cli, 'dap'], { input, encoding: 'utf8', timeout: 15_000 });
    };
    const launched = [
      { command: 'initialize', arguments: {} },
      { command: 'launch', arguments: { program: menu } },
      { command: 'configurationDone' },
    ];
    for (const returns of [send(...launched), send(...launched, { command: 'disconnect' })]) {
      assert.equal(returns.stderr, '');
      assert.equal(returns.status, 0);
      assert.match(returns.stdout, /"command":"configurationDone","success":true/);
    }
  });

  test('says what is wrong with a launch', () =>
    debug(async (client) => {
      await client.initializeRequest();
      const refused = async (args: object, why: RegExp) =>
        assert.rejects(client.launchRequest(args as never), ({ message }: Error) => why.test(message));
      await refused({}, /^`program` is missing: name the file of a flow\.$/);
      await refused({ program: '/no/such/flow.json' }, /^\/no\/such\/flow\.json cannot be read: it does not exist/);
      await refused({ program: menu, world: { digit: ['2'] } }, /unknown key "digit"/);
      await refused({ program: menu, phone: 'real' }, /^`phone` is `phone`, `console` or `assume`\.$/);
    }));
});
