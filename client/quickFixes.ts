import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export interface QuickFixes {
  /** What mends one finding of a document, in the order of the editor's own list; none where the finding is gone. */
  readonly list: (document: vscode.TextDocument, finding: vscode.Diagnostic) => Promise<readonly vscode.CodeAction[]>;
  /** Does what a fix does when it is chosen in the editor. */
  readonly apply: (document: vscode.TextDocument, fix: vscode.CodeAction) => Promise<void>;
}

/** The quick fixes of the language server. VS Code's own command that lists them does not say which finding a fix is about. */
export function quickFixesOf(client: BaseLanguageClient): QuickFixes {
  const providerFor = (document: vscode.TextDocument) =>
    client.getFeature('textDocument/codeAction').getProvider(document);
  return {
    async list(document, finding) {
      const { token } = new vscode.CancellationTokenSource();
      const context: vscode.CodeActionContext = {
        diagnostics: [finding],
        only: vscode.CodeActionKind.QuickFix,
        triggerKind: vscode.CodeActionTriggerKind.Invoke,
      };
      const listed = await providerFor(document)?.provideCodeActions(document, finding.range, context, token);
      return (listed ?? [])
        .filter((offer): offer is vscode.CodeAction => 'edit' in offer || 'kind' in offer)
        .filter(({ diagnostics }) => diagnostics?.some(({ message }) => message === finding.message));
    },
    async apply(document, fix) {
      const { token } = new vscode.CancellationTokenSource();
      // The edit of some is worked out when they are chosen.
      const resolved = fix.edit ? fix : await providerFor(document)?.resolveCodeAction?.(fix, token);
      const { edit, command } = resolved ?? fix;
      if (edit) await vscode.workspace.applyEdit(edit);
      if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    },
  };
}
