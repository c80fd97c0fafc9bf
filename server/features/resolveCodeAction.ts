import type { CodeAction } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { type FixAllData, type FixHost, fixAllOf, waiting, withRounds } from '../text/fixAll';

/** An action that was offered without an edit, with the edit for the document as it is now. */
export function resolveCodeAction(model: FlowModel, action: CodeAction, host: FixHost): CodeAction {
  const { code } = action.data as FixAllData;
  return withRounds(action, fixAllOf(model, code, host, waiting.chosen), host.document);
}
