import type { CodeAction } from 'vscode-languageserver-types';
import { type FixAllData, fixAllOf, waiting, withRounds } from '../text/fixAll';
import { type RefactoringData, type RefactoringHost, resolveRefactoring } from '../text/refactorings';

/** An action that was offered without an edit, with the edit for the document as it is now. */
export function resolveCodeAction(action: CodeAction, host: RefactoringHost): CodeAction {
  const { code } = action.data as FixAllData | (RefactoringData & { readonly code?: never });
  if (code === undefined) return resolveRefactoring(action, host);
  return withRounds(action, fixAllOf(code, host, waiting.chosen), host.document);
}
