import type { DebugProtocol } from '@vscode/debugprotocol';
import { reach } from '../frames';
import { keyInSession } from '../listing';
import { type DebugDesk, type Handlers, RefusedRequest } from './desk';
import { sourceAt } from './sourceAt';

/** Going on, back, and elsewhere. `refresh` reads the flow as it is now, in which an editor counts the lines. */
export function moveRequests(desk: DebugDesk, refresh: () => Promise<void>): Handlers {
  const { client } = desk;
  /** Actions that can be jumped to, by the number that the editor was given. */
  const targets: string[] = [];
  const resume =
    (kind: 'continue' | 'over' | 'in' | 'out') =>
    ({ threadId }: { readonly threadId: number }) => {
      const { session } = desk.stopped();
      const thread = desk.threadOf(threadId).id;
      // Editors take it that a step moves one run only.
      const isAlone = session.machine.threads.filter(({ isOver }) => !isOver).length < 2;
      if (kind !== 'continue' && !isAlone) desk.event('continued', { threadId, allThreadsContinued: true });
      session.resume(kind, thread);
      return kind === 'continue' ? { allThreadsContinued: true } : undefined;
    };
  return {
    continue: resume('continue'),
    next: resume('over'),
    stepIn: resume('in'),
    stepOut: resume('out'),
    pause() {
      desk.running().session.pause();
      return undefined;
    },
    stepBack({ threadId }: DebugProtocol.StepBackArguments) {
      desk.stopped().session.stepBack(desk.threadOf(threadId).id);
      return undefined;
    },
    reverseContinue() {
      desk.stopped().session.reverse();
      return undefined;
    },
    async gotoTargets({ source, line, column }: DebugProtocol.GotoTargetsArguments) {
      desk.stopped();
      await refresh();
      const { thread } = desk.stopped().session;
      const found = sourceAt(desk, source)?.find(client.lineIn(line), client.columnIn(column));
      if (!found || typeof found === 'string') return { targets: [] };
      const isThere = thread && reach(thread, (place) => keyInSession(place) === found.key);
      if (!isThere) return { targets: [] };
      return { targets: [{ id: targets.push(found.key), label: found.type, ...client.placeOut(found.at) }] };
    },
    goto({ threadId, targetId }: DebugProtocol.GotoArguments) {
      const { session } = desk.stopped();
      const key = targets[targetId - 1];
      const found = reach(desk.threadOf(threadId), (place) => keyInSession(place) === key);
      if (!found) throw new RefusedRequest('This action is not in a running list. The flow cannot continue there.');
      session.change(threadId, { kind: 'jump', ...found });
      session.resume('goto', threadId);
      return undefined;
    },
  };
}
