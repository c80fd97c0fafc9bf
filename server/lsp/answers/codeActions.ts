import { type CodeAction, type CodeActionContext, type Command, Range, type TextEdit } from 'vscode-languageserver';
import type { FixAllData } from '../../text/fixAll';
import type { RefactoringData } from '../../text/refactorings';
import type { Abilities } from '../abilities';
import { type Versioned, versionAmong, workspaceEditFor } from './workspaceEdits';

/** Makes a fix where a client knows commands only: the server answers it with the edit. */
export const applyFixCommand = 'voipbin.applyFix';

/** What the command needs to know: the edits, and the version of the text they were made for. */
export interface FixOrder {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** What an action without an edit says: what it makes, and of which version of the text. */
type UnresolvedData = (FixAllData | RefactoringData) & { readonly version: number };

/**
 * Code actions as a client takes them: commands for one that knows no others, nothing for one that takes no edits. They are made for a version of the
 * document, and of others that they change, and say so.
 */
export function codeActionsFor(
  actions: readonly CodeAction[],
  abilities: Abilities,
  document: Versioned,
  others: readonly Versioned[] = [],
): (CodeAction | Command)[] {
  const { codeActions, preferredActions } = abilities;
  const { uri, version } = document;
  if (codeActions === 'none') return [];
  if (codeActions === 'literals') {
    const versionOf = versionAmong([document, ...others]);
    return actions.map(({ isPreferred, edit, data, ...action }) => ({
      ...action,
      ...(isPreferred && preferredActions ? { isPreferred } : {}),
      ...(edit ? { edit: workspaceEditFor(edit, abilities, versionOf) } : {}),
      ...(data ? { data: { ...data, version } } : {}),
    }));
  }
  return actions.map(({ title, edit, command }): Command => {
    if (command) return command;
    const order: FixOrder = { uri, version, edits: edit?.changes?.[uri] ?? [] };
    return { title, command: applyFixCommand, arguments: [order] };
  });
}

/** What a client asks code actions about. Some leave it out, and an empty list of kinds asks for all: a request for nothing makes no sense. */
export function readContext(context: CodeActionContext | undefined): CodeActionContext {
  const { diagnostics, only, triggerKind } = context ?? {};
  return {
    diagnostics: Array.isArray(diagnostics) ? diagnostics : [],
    ...(Array.isArray(only) && only.length > 0 ? { only } : {}),
    ...(triggerKind === undefined ? {} : { triggerKind }),
  };
}

/** The document of an action that was sent without its edit, and its version then; undefined for every other. */
export function readUnresolved({ data }: CodeAction): Pick<UnresolvedData, 'uri' | 'version'> | undefined {
  const { uri, version, code, refactoring, range } = (data ?? {}) as Partial<
    FixAllData & RefactoringData & UnresolvedData
  >;
  if (typeof uri !== 'string' || typeof version !== 'number') return undefined;
  return typeof code === 'string' || (typeof refactoring === 'string' && Range.is(range))
    ? { uri, version }
    : undefined;
}

/** The order in the arguments of a command; undefined where there is none. */
export function readFixOrder(command: string, [order]: readonly unknown[]): FixOrder | undefined {
  const { uri, version, edits } = (order ?? {}) as Partial<FixOrder>;
  const isOrder = typeof uri === 'string' && typeof version === 'number' && Array.isArray(edits);
  return command === applyFixCommand && isOrder ? { uri, version, edits } : undefined;
}
