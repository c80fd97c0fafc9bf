import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { openLocalSocket } from '../../../sandbox';
import { ana, type OpenSandbox, openSandbox, someNumber } from '../openSandbox';

const settled = () => new Promise(setImmediate);

function open({ sandbox }: OpenSandbox, key = sandbox.accessKey) {
  const socket = openLocalSocket(sandbox.connectSocket, `ws://voipbin.local/v1.0/ws?accesskey=${key}`);
  const events: string[] = [];
  for (const type of ['open', 'close', 'error'] as const) socket.addEventListener(type, () => events.push(type));
  socket.addEventListener('message', ({ data }) => events.push(JSON.parse(String(data)).status));
  return { socket, events };
}

suite('openLocalSocket', () => {
  test('opens once the code that asked for it is through, and brings messages', async () => {
    const sandbox = openSandbox();
    const { socket, events } = open(sandbox);
    assert.deepEqual(events, []);
    await settled();
    assert.deepEqual(events, ['open']);
    socket.send(JSON.stringify({ type: 'subscribe', topics: [`customer_id:${sandbox.sandbox.customerId}:call`] }));
    await sandbox.ask('POST', '/calls', { source: someNumber, destinations: [ana] });
    await settled();
    assert.deepEqual(events, ['open', 'dialing', 'dialing']);
    socket.close();
    socket.close();
    sandbox.clock.advance(1000);
    await settled();
    assert.deepEqual(events, ['open', 'dialing', 'dialing', 'close']);
  });

  test('fails as a real one does when it is refused', async () => {
    const { events, socket } = open(openSandbox(), 'no');
    await settled();
    assert.deepEqual(events, ['error', 'close']);
    socket.send('nobody hears it');
  });

  test('closed before it is open, it never opens', async () => {
    const { events, socket } = open(openSandbox());
    socket.close();
    await settled();
    assert.deepEqual(events, ['close']);
  });

  test('is closed by the other side at a topic that is not allowed, and with the sandbox', async () => {
    const sandbox = openSandbox();
    const [item, other] = [open(sandbox), open(sandbox)];
    await settled();
    item.socket.send(JSON.stringify({ type: 'subscribe', topics: ['everything'] }));
    await settled();
    assert.deepEqual([item.events, other.events], [['open', 'close'], ['open']]);
    sandbox.sandbox.close();
    await settled();
    assert.deepEqual(other.events, ['open', 'close']);
  });
});
