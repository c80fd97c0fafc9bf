import type { DebugProtocol } from '@vscode/debugprotocol';
import { answerOf, type Command, readCommands, words } from '../commands';
import { evaluate } from '../evaluate';
import type { Session } from '../session';
import type { Thread } from '../thread';
import { type DebugDesk, type Handlers, RefusedRequest } from './desk';

/** The runs that wait for a person; the first is the one of which the console has told. */
function heldThreads({ machine }: Session): readonly Thread[] {
  const told = machine.turn();
  const held = machine.threads.filter(({ isHeld }) => isHeld);
  return told?.isHeld ? [told, ...held.filter((thread) => thread !== told)] : held;
}

/** What the run waits for can be what the first command says: of a call that rings and another one in a menu, `answer` is for the first. */
function takes({ asked }: Thread, [first]: readonly Command[]): boolean {
  return asked?.question.kind === 'wait' && first !== undefined && answerOf(first, asked.question) !== undefined;
}

/** The debug console: what is typed there happens outside the flow, or is evaluated. Hover and watch evaluate too. */
export function consoleRequests(desk: DebugDesk): Handlers {
  return {
    evaluate({ expression, context, frameId }: DebugProtocol.EvaluateArguments) {
      const { session } = desk.running();
      if (context === 'repl' && expression.trim() === '') return { result: '', variablesReference: 0 };
      const commands = context === 'repl' ? readCommands(expression) : undefined;
      if (typeof commands === 'string') throw new RefusedRequest(commands);
      const held = heldThreads(session);
      if (commands) {
        const waiting = held.find((thread) => takes(thread, commands)) ?? held[0];
        const thread = (session.state === 'running' ? waiting : undefined) ?? desk.threadOfFrame(frameId);
        if (!thread || session.state === 'over') throw new RefusedRequest('The flow is over.');
        const isKept = session.state === 'stopped';
        session.happen(commands, thread.id);
        return { result: isKept ? 'Kept for the next wait that accepts it.' : 'Done.', variablesReference: 0 };
      }
      const thread = desk.threadOfFrame(frameId) ?? held[0];
      const found = thread && evaluate(expression, (name) => thread.run.variables.get(name));
      if (typeof found === 'string') throw new RefusedRequest(found);
      if (!found) {
        const commandsText = words.map(({ shown }) => `\`${shown}\``).join(', ');
        const hint = context === 'repl' ? ` Commands are ${commandsText}.` : '';
        throw new RefusedRequest(`\`${expression.trim()}\` is not set.${hint}`);
      }
      return { result: found.value, type: 'string', variablesReference: 0 };
    },
    completions({ text, column, frameId }: DebugProtocol.CompletionsArguments) {
      const before = text.slice(0, (desk.client.columnIn(column) ?? 1) - 1);
      const [, typed] = /\$\{([^{}]*)$/.exec(before) ?? [];
      const replacing = (length: number) => ({ start: desk.client.columnOut(before.length - length + 1), length });
      if (typed !== undefined) {
        const names = [...(desk.threadOfFrame(frameId)?.run.variables.keys() ?? [])].sort();
        const range = replacing(typed.length);
        // Editors may close the brace themselves.
        const closing = text[before.length] === '}' ? '' : '}';
        return {
          targets: names.map((name) => ({ label: name, text: `${name}${closing}`, type: 'variable', ...range })),
        };
      }
      const word = before.trimStart();
      if (/\s/.test(word)) return { targets: [] };
      const range = replacing(word.length);
      return {
        targets: words.map((offered) => ({
          label: offered.shown,
          text: offered.shown === offered.word ? offered.word : `${offered.word} `,
          detail: offered.detail,
          type: 'keyword',
          ...range,
        })),
      };
    },
  };
}
