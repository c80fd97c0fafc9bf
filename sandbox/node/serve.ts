/** The sandbox on a port of this machine: what HTTP and websockets need of Node. */
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { type WebSocket, WebSocketServer } from 'ws';
import { notSaved } from '../api/apiError';
import type { Sandbox } from '../sandbox';
import type { SocketSession } from '../socket/hub';

export interface Served {
  readonly port: number;
  /** Ends every connection. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Is over when everything that has changed is kept; a request that changes something is answered then, with 500 when this rejects. */
  readonly kept?: (() => Promise<void>) | undefined;
}

/** Nobody outside of this machine can reach it. */
const host = '127.0.0.1';
/** Milliseconds between pings; who has not answered the one before is gone. Source: bin-api-manager/pkg/websockhandler. */
const pingEvery = 10_000;
/** The longest message that a client of the event stream may send, in bytes. */
const longestMessage = 64 * 1024;

/** Listens on 127.0.0.1 and answers with the sandbox. Rejects when the port cannot be had. */
export async function serveSandbox(sandbox: Sandbox, { port, kept }: ServeOptions): Promise<Served> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    async fetch(request, { incoming }) {
      const answer = await sandbox.fetch(request, { ip: incoming.socket.remoteAddress ?? host });
      return kept && answer.ok && !readOnly.has(request.method) ? answerKept(answer, kept) : answer;
    },
  }) as Server;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage });
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    upgrade(sandbox, sockets, request, stream, head).catch(() => stream.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const readOnly: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The answer once its change is kept; else the error, because a client takes an answer for a promise. */
async function answerKept(answer: Response, kept: () => Promise<void>): Promise<Response> {
  try {
    await kept();
    return answer;
  } catch {
    const requestId = answer.headers.get('x-request-id') ?? '';
    return Response.json(notSaved().envelope(requestId), { status: 500, headers: { 'x-request-id': requestId } });
  }
}

async function upgrade(
  sandbox: Sandbox,
  sockets: WebSocketServer,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): Promise<void> {
  let socket: WebSocket | undefined;
  const asked = new Request(new URL(request.url ?? '/', `http://${host}`), {
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
    carry(opened, session);
  });
  // It was no websocket after all.
  if (!socket) session.close();
}

/** Brings messages from a websocket to the session, as long as the other side is there. */
function carry(socket: WebSocket, session: SocketSession): void {
  let isThere = true;
  const pings = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, pingEvery);
  socket.on('pong', () => {
    isThere = true;
  });
  socket.on('message', (data) => session.receive(String(data)));
  // What is wrong with a connection ends it, and that is all there is to do.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(pings);
    session.close();
  });
}

async function refuse(stream: Duplex, answer: Response): Promise<void> {
  const body = await answer.text();
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  stream.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
