import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
import {
  createMessageConnection,
  ErrorCodes,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type Host, startServer } from '../../server/lsp/startServer';
import { newIds } from './ids';

/** Something that the server sent by itself. */
export interface Sent {
  readonly method: string;
  readonly params: unknown;
}

export interface PlainClient {
  readonly connection: MessageConnection;
  readonly result: InitializeResult;
  /** All that the server sent by itself so far, in order. */
  readonly sent: readonly Sent[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  request<T>(method: string, params: unknown): Promise<T>;
  /** The first message of a method that satisfies the condition, also when it has come already. */
  received<T>(method: string, holds?: (params: T) => boolean): Promise<T>;
  /** Lets the time pass for which the server waits for an answer. */
  losePatience(): void;
}

interface Options extends Partial<InitializeParams> {
  /** Answers requests of the server; what is not here is refused, as it is by a client that does not know it. */
  readonly answers?: Readonly<Record<string, (params: unknown) => unknown>>;
  /** The client greets the server; it does when this is missing. */
  readonly greets?: boolean;
  /** The disk of the server; it has none when this is missing. */
  readonly readFile?: Host['readFile'];
}

/** A client that takes what its capabilities say and refuses all else, and the server in one process with it. */
export async function connectPlainClient({
  answers = {},
  greets = true,
  readFile,
  ...params
}: Options = {}): Promise<PlainClient> {
  const up = new PassThrough();
  const down = new PassThrough();
  const held = new Set<() => void>();
  startServer((options) => createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), options), {
    now: () => 0,
    ...(readFile ? { readFile } : {}),
    newId: newIds(),
    // What comes after a moment comes at once; only who waits for an answer waits until the test says otherwise.
    after(ms, run) {
      if (ms < 2000) {
        const immediate = setImmediate(run);
        return () => clearImmediate(immediate);
      }
      held.add(run);
      return () => held.delete(run);
    },
  });
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const sent: Sent[] = [];
  let waiting: (() => void)[] = [];
  const note = (method: string, given: unknown) => {
    sent.push({ method, params: given });
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  connection.onNotification((method, given) => note(method, given));
  connection.onRequest((method, given) => {
    note(method, given);
    const answer = answers[method];
    return answer ? answer(given) : new ResponseError(ErrorCodes.MethodNotFound, `${method} is not known here`);
  });
  connection.listen();
  const request = <T>(method: string, given: unknown) => connection.sendRequest<T>(method, given);
  const greeting = { processId: null, rootUri: null, capabilities: {}, ...params };
  const result = greets ? await request<InitializeResult>('initialize', greeting) : { capabilities: {} };
  if (greets) await connection.sendNotification('initialized', {});
  return {
    connection,
    result,
    sent,
    request,
    open: (uri, text, languageId = 'voipbin-flow') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    async received<T>(method: string, holds: (given: T) => boolean = () => true) {
      for (;;) {
        const found = sent.find((item) => item.method === method && holds(item.params as T));
        if (found) return found.params as T;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    losePatience() {
      const due = [...held];
      held.clear();
      for (const run of due) run();
    },
  };
}
