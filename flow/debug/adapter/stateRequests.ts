import type { DebugProtocol } from '@vscode/debugprotocol';
import { typedValue, variableName } from '../evaluate';
import { framesOf } from '../frames';
import { type Shown, scopesOf } from '../scopes';
import type { Thread } from '../thread';
import { type DebugDesk, framesPerThread, type Handlers, RefusedRequest } from './desk';
import { labelOf, placeOfFrame, threadName, variableOf } from './views';

/** What an editor shows of a session: runs, lists within lists, values; and the values that it sets. */
export function stateRequests(desk: DebugDesk): Handlers {
  const { client } = desk;
  const gone = 'This run no longer exists.';
  const handle = (thread: number, shown: () => readonly Shown[]) => desk.handles.push({ thread, shown });
  const write = (thread: Thread, name: string, text: string) => {
    const running = desk.running();
    const value = typedValue(text);
    running.session.change(thread.id, { kind: 'set', name, value });
    desk.host.moved?.(running);
    return { value: JSON.stringify(value), type: 'string' };
  };
  const frames = (thread: Thread): DebugProtocol.StackFrame[] => {
    const { document } = desk.running();
    const own = framesOf(thread).map((frame, position): DebugProtocol.StackFrame => {
      const { name, source, range } = placeOfFrame(frame, document, desk);
      return {
        id: thread.id * framesPerThread + position,
        name,
        source,
        ...client.placeOut(range?.start ?? { line: 1, column: 1 }),
      };
    });
    if (own.length > 0) return own;
    const source = desk.documentSource();
    const id = thread.id * framesPerThread;
    return [{ id, name: labelOf(thread), source, ...client.placeOut({ line: 1, column: 1 }) }];
  };

  return {
    threads() {
      const { session } = desk.running();
      const shown = session.machine.threads.filter(
        (thread) => (thread.last && !thread.isOver) || thread === session.thread,
      );
      return { threads: shown.map((thread) => ({ id: thread.id, name: threadName(thread) })) };
    },
    stackTrace({ threadId, startFrame = 0, levels = 0 }: DebugProtocol.StackTraceArguments) {
      const all = frames(desk.threadOf(threadId));
      const end = levels > 0 ? startFrame + levels : undefined;
      return { stackFrames: all.slice(startFrame, end), totalFrames: all.length };
    },
    scopes({ frameId }: DebugProtocol.ScopesArguments) {
      const thread = desk.threadOfFrame(frameId);
      if (!thread) throw new RefusedRequest(gone);
      // The option is that of the innermost action.
      const isTop = frameId % framesPerThread === 0;
      return {
        scopes: scopesOf(thread)
          .filter(({ name }) => isTop || name !== 'Action')
          .map(({ name, shown }) => ({
            name,
            variablesReference: handle(
              thread.id,
              () => scopesOf(desk.threadOf(thread.id)).find((scope) => scope.name === name)?.shown ?? [],
            ),
            namedVariables: shown.length,
            expensive: false,
          })),
      };
    },
    variables({ variablesReference, start = 0, count = 0 }: DebugProtocol.VariablesArguments) {
      const found = desk.handles[variablesReference - 1];
      if (!found) throw new RefusedRequest('The flow has moved on since.');
      const shown = found.shown().slice(start, count > 0 ? start + count : undefined);
      const inner = (name: string) => () => found.shown().find((value) => value.name === name)?.children ?? [];
      return {
        variables: shown.map((value) =>
          variableOf(value, value.children ? handle(found.thread, inner(value.name)) : 0),
        ),
      };
    },
    setVariable({ variablesReference, name, value }: DebugProtocol.SetVariableArguments) {
      desk.stopped();
      const found = desk.handles[variablesReference - 1];
      const named = found?.shown().find((shown) => shown.name === name);
      if (!found || !named?.isVariable)
        throw new RefusedRequest(`\`${name}\` cannot be set: only the variables of a flow can.`);
      return write(desk.threadOf(found.thread), name, value);
    },
    setExpression({ expression, value, frameId }: DebugProtocol.SetExpressionArguments) {
      desk.stopped();
      const thread = desk.threadOfFrame(frameId);
      if (!thread) throw new RefusedRequest(gone);
      const name = variableName(expression);
      if (name === undefined)
        throw new RefusedRequest(`\`${expression}\` is not a variable. Write its name, or \`\${name}\`.`);
      return write(thread, name, value);
    },
    source({ source, sourceReference }: DebugProtocol.SourceArguments) {
      const listing = desk.listings.byReference(source?.sourceReference ?? sourceReference);
      if (!listing) throw new RefusedRequest('This list no longer exists.');
      return { content: listing.model.text, mimeType: 'application/json' };
    },
  };
}
