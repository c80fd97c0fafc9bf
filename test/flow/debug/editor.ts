import assert from 'node:assert/strict';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { createDebugAdapter } from '../../../flow/debug';
import { fakeClock } from '../../support/fakeClock';

type Body = Readonly<Record<string, unknown>>;

/** An editor that debugs one flow in this process, with time that stands still until the test says otherwise. */
export function editorOf(text: string, program = '/one.flow.json') {
  const clock = fakeClock();
  const files = new Map([[program, text]]);
  const events: DebugProtocol.Event[] = [];
  const answers = new Map<number, (response: DebugProtocol.Response) => void>();
  const wakes = new Set<() => void>();
  let isClosed = false;
  const adapter = createDebugAdapter({
    send(message) {
      if (message.type === 'response') {
        const response = message as DebugProtocol.Response;
        answers.get(response.request_seq)?.(response);
      } else events.push(message as DebugProtocol.Event);
      for (const wake of [...wakes]) wake();
    },
    read: async (path) => files.get(path) ?? assert.fail(`${path} is not there`),
    resolve: (path) => new URL(path, 'file:///').pathname,
    uriOf: (path) => `file://${path}`,
    // What comes at once does so, also while time stands still.
    after(ms, run) {
      if (ms > 0) return clock.after(ms, run);
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    },
    now: clock.now,
    closed: () => {
      isClosed = true;
    },
  });
  let seq = 0;
  const request = <T extends Body = Body>(command: string, args: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const own = ++seq;
      answers.set(own, ({ success, message, body }) =>
        success ? resolve((body ?? {}) as T) : reject(new Error(message)),
      );
      adapter.receive({ seq: own, type: 'request', command, arguments: args } as DebugProtocol.Request);
    });
  let seen = 0;
  /** The next event of a name that fits, past those that were waited for. */
  const event = (name: string, holds: (body: Body) => boolean = () => true) =>
    new Promise<Body>((resolve) => {
      const look = () => {
        const at = events.findIndex(
          (event, position) => position >= seen && event.event === name && holds(event.body ?? {}),
        );
        if (at < 0) return;
        wakes.delete(look);
        seen = at + 1;
        resolve(events[at]?.body ?? {});
      };
      wakes.add(look);
      look();
    });
  const start = async (args: object, filters: readonly string[] = [], lines: readonly number[] = []) => {
    await request('initialize');
    await request('launch', { program, ...args });
    await request('setBreakpoints', {
      source: { path: program },
      breakpoints: lines.map((line) => ({ line })),
    });
    await request('setExceptionBreakpoints', { filters });
    await request('configurationDone');
  };
  /** The lists around the action, the innermost first. */
  const frames = async () => {
    const { stackFrames } = await request<{ stackFrames: { line: number }[] }>('stackTrace', { threadId: 1 });
    return stackFrames;
  };
  const line = async () => (await frames())[0]?.line;
  /** What is shown of the budget. */
  const executions = async () => {
    type Named = { readonly name: string; readonly variablesReference: number };
    const { scopes } = await request<{ scopes: Named[] }>('scopes', { frameId: 1000 });
    const { variablesReference } = scopes.find(({ name }) => name === 'Executions') ?? {};
    return (await request('variables', { variablesReference })).variables;
  };
  return { clock, events, files, request, event, start, frames, line, executions, isClosed: () => isClosed };
}
