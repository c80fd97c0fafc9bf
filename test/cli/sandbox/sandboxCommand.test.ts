import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { sandboxCommand, sandboxUsage } from '../../../cli/sandbox/sandboxCommand';
import { recordingIo, withFolder } from '../../support/cli';
import { runningSandbox } from './runningSandbox';

const stopped = AbortSignal.abort();

async function run(...args: string[]) {
  const { io, written } = recordingIo();
  const code = await sandboxCommand(args, io, { stop: stopped, version: '1.2.3' });
  return { code, ...written };
}

suite('voipbin-flow sandbox', () => {
  test('tells how it is used', async () => {
    const { code, stdout } = await run('--help');
    assert.deepEqual([code, stdout], [0, `${sandboxUsage}\n`]);
  });

  test('refuses what it cannot do', async () => {
    const wrong: [string[], RegExp][] = [
      [['--port', 'x'], /--port takes a port from 0 to 65535, not "x"/],
      [['--port', '99999'], /--port takes a port from 0 to 65535, not "99999"/],
      [['--port', '-1'], /--port takes a port from 0 to 65535, not "-1"/],
      [['--port', '65536'], /--port takes a port/],
      [['--port', ''], /--port takes a port from 0 to 65535, not ""/],
      [['--speed', 'fast'], /--speed takes a number up to 100000, not "fast"/],
      [['--speed', '1e999'], /--speed takes a number up to 100000, not "1e999"/],
      [['--speed', '1e15'], /--speed takes a number up to 100000/],
      [['--semantics', 'wished'], /--semantics takes observed or documented, not "wished"/],
      [['--allow-origin', '*'], /--allow-origin takes an origin such as http:\/\/localhost:3000, not "\*"/],
      [['--loud'], /--loud/],
      [['flow.json'], /it takes no "flow.json"/],
    ];
    for (const [args, message] of wrong) {
      await assert.rejects(run(...args), { message, usage: sandboxUsage }, args.join(' '));
    }
  });

  test('prints the address and a ready access key, and stops when it is told to', async () => {
    const { code, stdout, stderr } = await run('--port', '0', '--speed', '0');
    assert.deepEqual([code, stderr], [0, '']);
    const [, port, key] = /API +http:\/\/127\.0\.0\.1:(\d+)\/v1\.0\n[\s\S]*access key +(vb_\w+)\n/.exec(stdout) ?? [];
    assert.notEqual(port, '0');
    assert.ok(key);
    assert.ok(stdout.includes(`curl 'http://127.0.0.1:${port}/v1.0/numbers?accesskey=${key}'`));
    assert.ok(stdout.endsWith('stopped\n'));
  });

  test('says when the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await assert.rejects(run('--port', String(port)), {
        message: `port ${port} is in use; choose another with --port, or 0 for any`,
      });
    } finally {
      server.close();
    }
  });

  test('keeps its state, and the access key, from one start to the next', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const key = (text: string) => /access key +(vb_\w+)/.exec(text)?.[1];
      const first = await run('--port', '0', '--state', path);
      const second = await run('--port', '0', '--state', path);
      assert.ok(key(first.stdout));
      assert.equal(key(first.stdout), key(second.stdout));
      assert.deepEqual(readdirSync(folder), ['state.json']);
    }));

  test('keeps an unreadable state file aside, says so, and begins anew', () =>
    withFolder({ 'state.json': '{"version":' }, async (folder) => {
      const { code, stderr } = await run('--port', '0', '--state', join(folder, 'state.json'));
      assert.equal(code, 0);
      const [aside = '', fresh] = readdirSync(folder).sort().reverse();
      assert.match(aside, /^state\.json\.unreadable-\d{8}T\d{9}Z$/);
      assert.equal(fresh, 'state.json');
      assert.equal(readFileSync(join(folder, aside), 'utf8'), '{"version":');
      assert.ok(stderr.includes(aside), stderr);
    }));

  test('refuses a state file that is a folder or that another sandbox uses', () =>
    withFolder({}, async (folder) => {
      mkdirSync(join(folder, 'sub'));
      await assert.rejects(run('--port', '0', '--state', join(folder, 'sub')), {
        message: `the state file ${join(folder, 'sub')} cannot be used: it is a folder, not a file`,
      });
      const path = join(folder, 'state.json');
      // The parent of this process lives.
      writeFileSync(`${path}.lock`, `${process.ppid} other`);
      await assert.rejects(run('--port', '0', '--state', path), (error: Error) => {
        const reason = `the state file ${path} cannot be used: the process ${process.ppid} is using it`;
        assert.ok(error.message.startsWith(reason), error.message);
        return true;
      });
      assert.deepEqual(readdirSync(folder).sort(), ['state.json.lock', 'sub']);
    }));

  test('says when the state file cannot be used', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'missing', 'state.json');
      await assert.rejects(run('--port', '0', '--state', path), (error: Error) => {
        assert.ok(error.message.startsWith(`the state file ${path} cannot be used: `), error.message);
        return true;
      });
    }));
});

suite('voipbin-flow sandbox, as a program', () => {
  const flow = { name: 'kept', actions: [{ type: 'sleep', option: { duration: 600_000 } }] };
  const call = (flow_id: string) => ({
    source: { type: 'tel', target: '+15550101000' },
    destinations: [{ type: 'tel', target: '+15550101011' }],
    flow_id,
  });

  test('killed in the middle and started again, it knows everything it has answered', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const first = await runningSandbox('--state', path);
      const made = await first.ask('POST', '/flows', flow);
      const [{ id, activeflow_id }] = (await first.ask('POST', '/calls', call(made.id))).calls;
      await first.line(/is answered/);
      await first.end('SIGKILL');

      const second = await runningSandbox('--state', path);
      assert.equal(second.accessKey, first.accessKey);
      assert.equal((await second.ask('GET', `/flows/${made.id}`)).name, 'kept');
      const { status, hangup_by } = await second.ask('GET', `/calls/${id}`);
      assert.deepEqual([status, hangup_by], ['hangup', 'local']);
      assert.equal((await second.ask('GET', `/activeflows/${activeflow_id}`)).status, 'ended');
      const again = (await second.ask('POST', '/calls', call(made.id))).calls[0];
      assert.equal((await second.ask('GET', '/calls')).result[0].id, again.id);
      await second.end('SIGKILL');
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.includes('unreadable')),
        [],
      );
    })).timeout(30_000);

  test('killed at any moment while it writes, it starts again', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      let known = 0;
      for (let round = 0; round < 2; round++) {
        const sandbox = await runningSandbox('--state', path);
        assert.ok((await sandbox.ask('GET', '/flows')).result.length >= 2 + known);
        const answers = Array.from({ length: 12 }, () => sandbox.ask('POST', '/flows', flow).then(() => known++));
        const settled = Promise.allSettled(answers);
        await answers[round * 3];
        await sandbox.end('SIGKILL');
        await settled;
      }
      const sandbox = await runningSandbox('--state', path);
      assert.ok((await sandbox.ask('GET', '/flows')).result.length >= 2 + known);
      await sandbox.end('SIGKILL');
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.includes('unreadable')),
        [],
      );
    })).timeout(60_000);

  test('two on one state file: the second is refused, and nothing that the first acknowledged is lost', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const first = await runningSandbox('--state', path);
      await assert.rejects(
        runningSandbox('--state', path),
        /cannot be used: the process \d+ is using it; stop that one/,
      );
      const made = await Promise.all(Array.from({ length: 10 }, () => first.ask('POST', '/flows', flow)));
      await first.end('SIGKILL');
      const second = await runningSandbox('--state', path);
      for (const { id } of made) await second.ask('GET', `/flows/${id}`);
      assert.equal((await second.end('SIGTERM')).code, 0);
      assert.deepEqual(readdirSync(folder), ['state.json']);
    })).timeout(60_000);

  test('a change that cannot be written is answered 500, told, and ends the program with 1', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const sandbox = await runningSandbox('--state', path);
      rmSync(path);
      mkdirSync(path);
      const answer = await fetch(`${sandbox.origin}/v1.0/flows?accesskey=${sandbox.accessKey}`, {
        method: 'POST',
        body: JSON.stringify(flow),
      });
      assert.equal(answer.status, 500);
      const { error } = (await answer.json()) as { error: Record<string, string> };
      assert.equal(error.reason, 'INTERNAL');
      assert.match(error.message ?? '', /could not be written to the state file/);
      assert.equal(error.request_id, answer.headers.get('x-request-id'));
      await sandbox.ask('GET', '/flows');
      const { code, stderr } = await sandbox.end('SIGTERM');
      assert.equal(code, 1);
      assert.equal(
        stderr,
        'voipbin-flow: the state file cannot be written (it is a folder, not a file); it is tried again each second\n' +
          'voipbin-flow: the last changes were not saved\n',
      );
    })).timeout(30_000);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`stops cleanly at ${signal}, though a call goes on and a client listens`, () =>
      withFolder({}, async (folder) => {
        const path = join(folder, 'state.json');
        const sandbox = await runningSandbox('--state', path);
        const { id } = await sandbox.ask('POST', '/flows', flow);
        await sandbox.ask('POST', '/calls', call(id));
        const listening = fetch(`${sandbox.origin}/v1.0/numbers?accesskey=${sandbox.accessKey}`);
        await (await listening).text();
        const { code, stdout } = await sandbox.end(signal);
        assert.equal(code, 0);
        assert.ok(stdout.endsWith('stopped\n'));
        assert.equal(JSON.parse(readFileSync(path, 'utf8')).tables.calls.length, 1);
      })).timeout(30_000);
  }
});
