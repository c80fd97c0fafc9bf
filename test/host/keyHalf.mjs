// What keeps secrets over a reload of the page and the next start: VS Code's page encrypts them into the browser's storage, and asks
// its server for one half of the key. The server does not have it, so this stands in front of the server.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream';

const host = '127.0.0.1';
/** Bytes that VS Code wants. */
const length = 32;

/** The half of the key that belongs to a data folder, made at the first start; only its owner can read the file. */
export function keyHalf(folder) {
  const file = join(folder, 'secret-key-half');
  try {
    const known = readFileSync(file);
    chmodSync(file, 0o600);
    if (known.length === length) return known;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  rmSync(file, { force: true });
  const made = randomBytes(length);
  writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  return made;
}

/**
 * Listens on `port` and answers as the server on `onward` does, but for the half of the key, which pages of this address get.
 *
 * @returns {Promise<() => void>} ends it
 */
export async function serveWithKey({ port, onward, key }) {
  const sockets = new Set();
  const front = createServer((asked, answer) => {
    if (asked.method === 'POST' && asked.url === '/mint-key') return giveKey(asked, answer, key);
    const { method, url: path, headers } = asked;
    const passed = request({ host, port: onward, method, path, headers }, (said) => {
      answer.writeHead(said.statusCode, said.rawHeaders);
      pipeline(said, answer, () => {});
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  front.on('upgrade', (asked, socket, head) => {
    const other = connect(onward, host);
    for (const [one, its] of [
      [socket, other],
      [other, socket],
    ]) {
      sockets.add(one.setNoDelay());
      one.on('error', () => its.destroy());
      one.on('close', () => {
        sockets.delete(one);
        its.destroy();
      });
    }
    const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
    for (let at = 0; at < asked.rawHeaders.length; at += 2)
      lines.push(`${asked.rawHeaders[at]}: ${asked.rawHeaders[at + 1]}`);
    other.write(`${lines.join('\r\n')}\r\n\r\n`);
    other.write(head);
    socket.pipe(other).pipe(socket);
  });
  front.listen(port, host);
  await once(front, 'listening');
  return () => {
    front.close();
    front.closeAllConnections();
    for (const socket of sockets) socket.destroy();
  };
}

// A page from elsewhere cannot have the key, nor one whose name was made to lead here.
function giveKey({ headers, socket }, answer, key) {
  const port = socket.localPort;
  const isOurs = [host, 'localhost'].some(
    (name) => headers.host === `${name}:${port}` && headers.origin === `http://${name}:${port}`,
  );
  answer.writeHead(isOurs ? 200 : 403, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  answer.end(isOurs ? key : undefined);
}
