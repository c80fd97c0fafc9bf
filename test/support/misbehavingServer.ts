import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What becomes of a request. */
export type Behavior =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly json?: unknown;
      readonly text?: string;
    }
  /** Never answers. */
  | 'silent'
  /** Closes the connection silently. */
  | 'drop'
  /** Announces more than it sends, then closes the connection. */
  | 'cutOff';

export interface MisbehavingServer {
  readonly origin: string;
  readonly received: readonly Received[];
  /** Is over when so many requests have come in. */
  whenReceived(count: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * A server on this machine that treats requests as told: one behavior after the other, the last one for all further requests; or as a
 * function decides. With `tls` it speaks HTTPS.
 */
export async function misbehavingServer(
  behaviors: readonly Behavior[] | ((request: Received) => Behavior),
  tls?: { readonly key: string; readonly cert: string },
): Promise<MisbehavingServer> {
  const received: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.setEncoding('utf8');
    for await (const part of request) body += part;
    const seen: Received = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    const behavior =
      typeof behaviors === 'function' ? behaviors(seen) : behaviors[Math.min(received.length, behaviors.length - 1)];
    received.push(seen);
    for (const { count, resolve } of waiting) if (received.length >= count) resolve();
    behave(response, behavior ?? 'silent');
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse) => void handle(request, response);
  const server = tls ? createTlsServer(tls, onRequest) : createServer(onRequest);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    received,
    whenReceived: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    async close() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function behave(response: ServerResponse, behavior: Behavior): void {
  if (behavior === 'silent') return;
  if (behavior === 'drop') {
    response.destroy();
  } else if (behavior === 'cutOff') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"result":[', () => response.destroy());
  } else {
    const text = behavior.text ?? (behavior.json === undefined ? '' : JSON.stringify(behavior.json));
    response.writeHead(behavior.status ?? 200, { 'content-type': 'application/json', ...behavior.headers });
    response.end(text);
  }
}

/** The body with which VoIPbin tells a failure. */
export function envelope(reason: string, message = 'words of the server', status = 'STATUS'): object {
  return { error: { status, reason, message, request_id: 'req-1' } };
}
