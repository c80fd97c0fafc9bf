import { type CodeAction, type CodeActionContext, type Command, Range, type TextEdit } from 'vscode-languageserver';
import type { FixAllData } from '../../text/fixAll';
import type { RefactoringData } from '../../text/refactorings';
import type { Abilities } from '../abilities';

/** Makes a fix where a client knows commands only: the server answers it with the edit. */
export const applyFixCommand = 'voipbin.applyFix';

/** What the command needs to know: the edits, and the version of the text they were made for. */
export interface FixOrder {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Code actions as a client takes them: commands for one that knows no others, nothing for one that takes no edits. */
export function codeActionsFor(
  actions: readonly CodeAction[],
  { codeActions, preferredActions }: Abilities,
  { uri, version }: { readonly uri: string; readonly version: number },
): (CodeAction | Command)[] {
  if (codeActions === 'none') return [];
  if (codeActions === 'literals') {
    return preferredActions ? [...actions] : actions.map(({ isPreferred, ...action }) => action);
  }
  return actions.map(({ title, edit, command }): Command => {
    if (command) return command;
    const order: FixOrder = { uri, version, edits: edit?.changes?.[uri] ?? [] };
    return { title, command: applyFixCommand, arguments: [order] };
  });
}

/** What a client asks code actions about. Some leave it out, and an empty list of kinds asks for all: nobody asks for nothing. */
export function readContext(context: CodeActionContext | undefined): CodeActionContext {
  const { diagnostics, only, triggerKind } = context ?? {};
  return {
    diagnostics: Array.isArray(diagnostics) ? diagnostics : [],
    ...(Array.isArray(only) && only.length > 0 ? { only } : {}),
    ...(triggerKind === undefined ? {} : { triggerKind }),
  };
}

/** The document of an action that was sent without its edit; undefined for every other. */
export function readUnresolved({ data }: CodeAction): string | undefined {
  const { uri, code, refactoring, range } = (data ?? {}) as Partial<FixAllData & RefactoringData>;
  if (typeof uri !== 'string') return undefined;
  return typeof code === 'string' || (typeof refactoring === 'string' && Range.is(range)) ? uri : undefined;
}

/** The order in the arguments of a command; undefined where there is none. */
export function readFixOrder(command: string, [order]: readonly unknown[]): FixOrder | undefined {
  const { uri, version, edits } = (order ?? {}) as Partial<FixOrder>;
  const isOrder = typeof uri === 'string' && typeof version === 'number' && Array.isArray(edits);
  return command === applyFixCommand && isOrder ? { uri, version, edits } : undefined;
}
