import { type Connection, ErrorCodes, type Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';

/** Keeps a connection to the order of a session: `initialize` once, then work, then `shutdown`, then nothing but `exit`. */
export interface Lifecycle {
  /** To be given to the connection when it is made. */
  readonly messageStrategy: MessageStrategy;
  /** Makes a connection refuse what comes out of order. */
  guard(connection: Connection): void;
}

type State = 'new' | 'running' | 'over';

/** The method under which a request out of order is handed on, since only handlers can answer. No client may use it. */
const refusal = '$/voipbin/outOfOrder';

/** `isProcess` tells whether a process can be seen from here; without it none is looked for. */
export function createLifecycle(isProcess: (id: number) => boolean = () => false): Lifecycle {
  let state: State = 'new';
  return {
    messageStrategy: {
      handleMessage(message, next) {
        const { method, id } = message as Message & { method?: unknown; id?: unknown };
        // What answers a request of ours is always in order, and so is the end.
        if (typeof method !== 'string' || method === 'exit') return next(message);
        const isMalformed = method.startsWith('textDocument/') && !namesDocument(message);
        const wanted = method === 'initialize' ? 'new' : 'running';
        const fault = state !== wanted ? state : isMalformed ? 'malformed' : undefined;
        if (fault !== undefined)
          return id === undefined
            ? undefined
            : next({ ...message, method: refusal, params: { method, fault } } as Message);
        if (method === 'shutdown') state = 'over';
        if (method !== 'initialize') return next(message);
        state = 'running';
        return next(withoutForeignProcess(message, isProcess));
      },
    },
    guard(connection) {
      connection.onRequest(refusal, ({ method, fault }: { method: string; fault: Fault }) => {
        const { code, what } = refusals[fault];
        return new ResponseError(code, `"${method}" ${what}`);
      });
    },
  };
}

/** The state in which a request came that is for another one, or what is wrong with the request. */
type Fault = State | 'malformed';

const refusals: Readonly<Record<Fault, { readonly code: number; readonly what: string }>> = {
  new: { code: ErrorCodes.ServerNotInitialized, what: 'came before "initialize".' },
  running: { code: ErrorCodes.InvalidRequest, what: 'came a second time.' },
  over: { code: ErrorCodes.InvalidRequest, what: 'came after "shutdown".' },
  malformed: { code: ErrorCodes.InvalidParams, what: 'names no document.' },
};

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
