import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { type AddressInfo, createServer as createProbe } from 'node:net';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { WebSocket, WebSocketServer } from 'ws';
import { withFolder } from '../support/cli';
import { root } from '../support/repository';

interface KeyHalf {
  keyHalf(folder: string): Buffer;
  serveWithKey(options: { port: number; onward: number; key: Buffer }): Promise<() => void>;
}
const load = async (): Promise<KeyHalf> => import(join(root, 'test/host/keyHalf.mjs'));

async function freePort(): Promise<number> {
  const probe = createProbe().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** A server that says what it was asked, behind one with the key. */
async function withFront(key: Buffer, use: (port: number) => Promise<void>): Promise<void> {
  const behind = createServer((asked, answer) => {
    answer.setHeader('set-cookie', ['a=1', 'b=2']);
    asked.pipe(answer.writeHead(asked.url === '/gone' ? 404 : 200));
  });
  const sockets = new WebSocketServer({ server: behind });
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
  behind.listen(0, '127.0.0.1');
  await once(behind, 'listening');
  const port = await freePort();
  const end = await (await load()).serveWithKey({ port, onward: (behind.address() as AddressInfo).port, key });
  try {
    await use(port);
  } finally {
    end();
    sockets.close();
    behind.close();
    behind.closeAllConnections();
  }
}

async function post(port: number, path: string, headers: Readonly<Record<string, string>>, body = '') {
  const asked = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false });
  asked.end(body);
  const [answer] = await once(asked, 'response');
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  return { status: answer.statusCode, cookies: answer.headers['set-cookie'], body: Buffer.concat(parts) };
}

/** Stands for VS Code's server: it says that it is there, and knows nothing of a key. */
const fakeServer = `const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
require('node:http').createServer(({ url }, answer) => answer.writeHead(url === '/version' ? 200 : 404).end())
  .listen(port, '127.0.0.1');`;

suite('the key of the sign-ins of npm start', () => {
  test('is the same after the next start, at the same address', () =>
    withFolder({ 'out/server-main.js': fakeServer }, async (server) => {
      const { serveVscode } = await import(join(root, 'test/host/serve.mjs'));
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const keys: string[] = [];
      for (let start = 0; start < 2; start++) {
        const host = await serveVscode({ server, port, keep: join(server, 'data') });
        try {
          assert.equal(host.url, `${origin}/`);
          const given = await post(port, '/mint-key', { host: new URL(origin).host, origin });
          assert.equal(given.body.length, 32);
          keys.push(given.body.toString('hex'));
        } finally {
          await host.stop();
        }
      }
      assert.equal(keys[0], keys[1]);
    }));

  test('stays with the data folder, and only its owner can read it', () =>
    withFolder({}, async (folder) => {
      const { keyHalf } = await load();
      const key = keyHalf(folder);
      assert.equal(key.length, 32);
      assert.deepEqual(keyHalf(folder), key);
      const [name = ''] = readdirSync(folder);
      const file = join(folder, name);
      const mode = () => statSync(file).mode & 0o777;
      // Windows has no such modes.
      const own = process.platform === 'win32' ? mode() : 0o600;
      assert.equal(mode(), own);
      chmodSync(file, 0o644);
      assert.deepEqual(keyHalf(folder), key);
      assert.equal(mode(), own);
      writeFileSync(file, 'torn');
      assert.equal(keyHalf(folder).length, 32);
      assert.equal(mode(), own);
    }));

  test('is given to the page of VS Code, and to no other', async () => {
    const key = Buffer.alloc(32, 7);
    await withFront(key, async (port) => {
      const own = `127.0.0.1:${port}`;
      const given = await post(port, '/mint-key', { host: own, origin: `http://${own}` });
      assert.deepEqual([given.status, given.body], [200, key]);
      const others = [
        { host: own, origin: 'https://elsewhere.example' },
        { host: own },
        { host: `elsewhere.example:${port}`, origin: `http://elsewhere.example:${port}` },
        { host: own, origin: 'null' },
      ];
      for (const headers of others) {
        const { status, body } = await post(port, '/mint-key', headers);
        assert.deepEqual([status, body.length], [403, 0], JSON.stringify(headers));
      }
    });
  });

  test('everything else is answered by the server behind it, websockets too', async () => {
    await withFront(Buffer.alloc(32), async (port) => {
      const said = await post(port, '/any?x=1', { host: `127.0.0.1:${port}` }, 'hello');
      assert.deepEqual([said.status, said.body.toString(), said.cookies], [200, 'hello', ['a=1', 'b=2']]);
      assert.equal((await post(port, '/gone', {})).status, 404);
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
      await once(socket, 'open');
      socket.send('ping');
      const [data] = await once(socket, 'message');
      assert.equal(String(data), 'ping');
      socket.close();
      await once(socket, 'close');
    });
  });
});
