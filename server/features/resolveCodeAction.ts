import type { CodeAction } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { type FixAllData, fixAllOf, waiting, withRounds } from '../text/fixAll';
import { type RefactoringData, type RefactoringHost, resolveRefactoring } from '../text/refactorings';

/** An action that was offered without an edit, with the edit for the document as it is now. */
export function resolveCodeAction(model: FlowModel, action: CodeAction, host: RefactoringHost): CodeAction {
  const { code } = action.data as FixAllData | (RefactoringData & { readonly code?: never });
  if (code === undefined) return resolveRefactoring(model, action, host);
  return withRounds(action, fixAllOf(model, code, host, waiting.chosen), host.document);
}
