/** The sandbox on a port of this machine: what HTTP and websockets need of Node. */
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import { type ApiError, notSaved } from '../api/apiError';
import { requestId } from '../api/requestId';
import { faultText } from '../log/faultText';
import type { Sandbox } from '../sandbox';
import { systemRandom } from '../systemRandom';
import { refuse, upgrade } from './upgrade';
import { answerPage, refusePage } from './webPages';

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
  /** Origins of web pages that are answered; as `originOf` gives them. */
  readonly allowOrigins?: readonly string[];
  /** One line for people: who is not let in, and what went wrong in a connection. */
  readonly tell?: (text: string) => void;
}

/** It cannot be reached from outside this machine. */
const host = '127.0.0.1';
/** The longest message that a client of the event stream may send, in bytes. */
const maxMessageBytes = 64 * 1024;

/** Listens on 127.0.0.1 and answers with the sandbox. Rejects when the port cannot be had. */
export async function serveSandbox(sandbox: Sandbox, options: ServeOptions): Promise<Served> {
  const { port, kept, allowOrigins = [], tell = () => {} } = options;
  const answer = async (request: Request, ip: string) => {
    const answered = await sandbox.fetch(request, { ip });
    return kept && answered.ok && !readOnly.has(request.method) ? answerKept(answered, kept) : answered;
  };
  const gate = (incoming: { readonly headers: IncomingHttpHeaders }) => {
    const refusal = refusePage(incoming.headers, allowOrigins);
    if (refusal)
      tell(`${refusal.reason}: host ${incoming.headers.host ?? ''}, origin ${incoming.headers.origin ?? ''}`);
    return refusal && errorAnswer(refusal, requestId(null, systemRandom));
  };
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, { incoming }) =>
      gate(incoming) ?? (await answerPage(incoming, () => answer(request, incoming.socket.remoteAddress ?? host))),
  }) as Server;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const refusal = gate(request);
    const done = refusal ? refuse(stream, refusal) : upgrade(sandbox, sockets, host, request, stream, head, tell);
    done.catch((fault: unknown) => {
      tell(`! ${faultText(fault)}`);
      stream.destroy();
    });
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
    return errorAnswer(notSaved(), answer.headers.get('x-request-id') ?? '');
  }
}

function errorAnswer(error: ApiError, id: string): Response {
  return Response.json(error.envelope(id), { status: error.code, headers: { 'x-request-id': id } });
}
