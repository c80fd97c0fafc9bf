/** The event stream as websockets of Node. */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { faultText } from '../log/faultText';
import type { Sandbox } from '../sandbox';
import type { SocketSession } from '../socket/hub';

/** Milliseconds between pings; who has not answered the one before is gone. Source: bin-api-manager/pkg/websockhandler. */
const pingEvery = 10_000;

/** Makes a connection one of the event stream, or answers why not. `address` is where the sandbox listens. */
export async function upgrade(
  sandbox: Sandbox,
  sockets: WebSocketServer,
  address: string,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
  tell: (text: string) => void,
): Promise<void> {
  let socket: WebSocket | undefined;
  const asked = new Request(new URL(request.url ?? '/', `http://${address}`), {
    headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      name === 'cookie' || name === 'authorization' ? [[name, String(value)]] : [],
    ),
  });
  const session = await sandbox.connectSocket(
    asked,
    (text) => socket?.send(text),
    () => socket?.close(),
  );
  if (session instanceof Response) {
    await refuse(stream, session);
    return;
  }
  sockets.handleUpgrade(request, stream, head, (opened) => {
    socket = opened;
    carry(opened, session, tell);
  });
  // It was no websocket after all.
  if (!socket) session.close();
}

/** Brings messages from a websocket to the session, as long as the other side is there. A fault ends this connection and no more. */
function carry(socket: WebSocket, session: SocketSession, tell: (text: string) => void): void {
  let isThere = true;
  const guarded = (run: () => void) => {
    try {
      run();
    } catch (fault) {
      tell(`! ${faultText(fault)}`);
      socket.terminate();
    }
  };
  const pings = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    guarded(() => socket.ping());
  }, pingEvery);
  socket.on('pong', () => {
    isThere = true;
  });
  socket.on('message', (data) => guarded(() => session.receive(String(data))));
  // What is wrong with a connection ends it, and that is all there is to do.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(pings);
    session.close();
  });
}

/** Answers a request that wanted to become a websocket, and ends its connection. */
export async function refuse(stream: Duplex, answer: Response): Promise<void> {
  const body = await answer.text();
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  stream.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
