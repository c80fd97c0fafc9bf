import { type Connection, ErrorCodes, type Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';

/** Keeps a connection to the order of a session: `initialize` once, then work, then `shutdown`, then nothing but `exit`. */
export interface Lifecycle {
  /** To be given to the connection when it is made. */
  readonly messageStrategy: MessageStrategy;
  /** Makes a connection refuse what comes out of order. */
  guard(connection: Connection): void;
}

/** The method under which a request out of order is handed on, since only handlers can answer. No client may use it. */
const refusal = '$/voipbin/outOfOrder';

/** `isProcess` tells whether a process can be seen from here; without it none is looked for. */
export function createLifecycle(isProcess: (id: number) => boolean = () => false): Lifecycle {
  let state: 'new' | 'running' | 'over' = 'new';
  return {
    messageStrategy: {
      handleMessage(message, next) {
        const { method, id } = message as Message & { method?: unknown; id?: unknown };
        // What answers a request of ours is always in order, and so is the end.
        if (typeof method !== 'string' || method === 'exit') return next(message);
        const wanted = method === 'initialize' ? 'new' : 'running';
        if (state !== wanted) {
          return id === undefined
            ? undefined
            : next({ ...message, method: refusal, params: { method, state } } as Message);
        }
        if (method.startsWith('textDocument/') && !namesDocument(message)) {
          return id === undefined
            ? undefined
            : next({ ...message, method: refusal, params: { method, state: 'malformed' } } as Message);
        }
        if (method === 'shutdown') state = 'over';
        if (method !== 'initialize') return next(message);
        state = 'running';
        return next(withoutForeignProcess(message, isProcess));
      },
    },
    guard(connection) {
      connection.onRequest(
        refusal,
        ({ method, state: found }: { method: string; state: typeof state | 'malformed' }) => {
          if (found === 'malformed')
            return new ResponseError(ErrorCodes.InvalidParams, `"${method}" names no document.`);
          return found === 'new'
            ? new ResponseError(ErrorCodes.ServerNotInitialized, `"${method}" came before "initialize".`)
            : new ResponseError(
                ErrorCodes.InvalidRequest,
                found === 'over' ? `"${method}" came after "shutdown".` : '"initialize" came a second time.',
              );
        },
      );
    },
  };
}

/** Whether the parameters say which document is meant; some clients send `null`. */
function namesDocument(message: Message): boolean {
  const { params } = message as Message & { params?: { textDocument?: { uri?: unknown } } | null };
  return typeof params?.textDocument?.uri === 'string';
}

/**
 * A greeting without a process that cannot be seen, as from within a container: its client lives, since it has just spoken, and would be taken
 * for dead.
 */
function withoutForeignProcess(message: Message, isProcess: (id: number) => boolean): Message {
  const { params } = message as Message & { params?: { processId?: unknown } };
  const id = params?.processId;
  if (typeof id !== 'number' || isProcess(id)) return message;
  return { ...message, params: { ...params, processId: null } } as Message;
}
