import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { suite, test } from 'mocha';
import { createLifecycle } from '../../../server/lsp/lifecycle';
import { connectPlainClient } from '../../support/plainClient';
import { startServerProcess } from '../../support/serverProcess';

const greeting = { processId: null, rootUri: null, capabilities: {} };
const codeOf = (request: Promise<unknown>) =>
  request.then(
    () => 'answered',
    (error: { code?: number }) => error.code,
  );

suite('the order of a session', () => {
  test('requests before "initialize" are refused as too early, whatever they are', async () => {
    const { request } = await connectPlainClient({ greets: false });
    for (const method of ['textDocument/hover', 'shutdown', 'no/such', 'workspace/executeCommand'])
      assert.equal(await codeOf(request(method, {})), -32002, method);
    assert.equal(await codeOf(request('initialize', greeting)), 'answered');
  });

  test('notifications before "initialize" are passed over', async () => {
    const client = await connectPlainClient({ greets: false });
    const uri = 'file:///test/early.flow.json';
    await client.open(uri, '[{ "type": "mute" }]');
    await client.request('initialize', greeting);
    assert.equal(await client.request('textDocument/foldingRange', { textDocument: { uri } }), null);
    assert.deepEqual(client.sent, []);
  });

  test('a second "initialize" and requests after "shutdown" are refused', async () => {
    const { request } = await connectPlainClient();
    assert.equal(await codeOf(request('initialize', greeting)), -32600);
    assert.equal(await codeOf(request('no/such', {})), -32601);
    assert.equal(await request('shutdown', undefined), null);
    for (const method of ['textDocument/hover', 'shutdown', 'no/such', 'initialize'])
      assert.equal(await codeOf(request(method, {})), -32600, method);
  });

  test('"exit" without "shutdown" ends with 1, as does a client that goes silently', async () => {
    for (const leave of ['exit', 'close'] as const) {
      const { child, connection } = await startServerProcess();
      const exited = once(child, 'exit');
      if (leave === 'exit') await connection.sendNotification('exit');
      else child.stdin?.end();
      assert.deepEqual(await exited, [1, null], leave);
    }
  });

  test('a process that cannot be seen from here, as from within a container, is not waited for to end', () => {
    const greet = (processId: unknown) => {
      const { messageStrategy } = createLifecycle((id) => id === 7);
      const passed: unknown[] = [];
      const message = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId, rootUri: null } };
      messageStrategy.handleMessage(message, (item) => {
        passed.push((item as typeof message).params);
      });
      return passed;
    };
    assert.deepEqual(greet(7), [{ processId: 7, rootUri: null }]);
    for (const other of [8, null]) assert.deepEqual(greet(other), [{ processId: null, rootUri: null }]);
  });

  test('the server ends when the process that its client named is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const { child } = await startServerProcess(undefined, undefined, parent.pid);
    const exited = once(child, 'exit');
    parent.stdin?.end();
    assert.deepEqual(await exited, [1, null]);
  });
});
