import * as vscode from 'vscode';
import { parseJson } from '../flow/json/parse';
import { looksLikeFlow } from '../flow/model/detectShape';
import { languageId } from '../server/protocol';

/** Larger JSON files are data, and reading them on each opening would be felt. In UTF-16 code units. */
const largest = 2_000_000;
const noticed = 'voipbin.detectionNoticed';
const kept = 'voipbin.keptAsJson';

/**
 * Treats JSON files whose content is a flow as flows, as the setting `voipbin.detectFlows` says.
 *
 * A file that the user has put back to JSON stays JSON: it is remembered for the workspace.
 */
export function detectFlows(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): vscode.Disposable {
  const keptUris = () => new Set(context.workspaceState.get<string[]>(kept, []));
  const keepAsJson = async (document: vscode.TextDocument) => {
    await context.workspaceState.update(kept, [...keptUris().add(document.uri.toString())]);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
  };

  const consider = async (document: vscode.TextDocument) => {
    const mode = vscode.workspace.getConfiguration('voipbin', document).get<string>('detectFlows', 'auto');
    if (mode === 'off' || (document.languageId !== 'json' && document.languageId !== 'jsonc')) return;
    if (keptUris().has(document.uri.toString())) return;
    const text = document.getText();
    if (text.length > largest || !text.includes('"type"')) return;
    if (!looksLikeFlow(parseJson(text, { allowTrailingComma: true }).root)) return;
    const name = vscode.workspace.asRelativePath(document.uri);
    if (mode === 'ask') {
      const answer = await vscode.window.showInformationMessage(
        `${name} looks like a VoIPbin call flow.`,
        'Treat as Flow',
        'Keep as JSON',
      );
      if (answer === 'Keep as JSON') await keepAsJson(document);
      if (answer !== 'Treat as Flow') return;
    }
    const flow = await vscode.languages.setTextDocumentLanguage(document, languageId);
    log.info(`${name} is a flow by its content.`);
    if (mode === 'auto') void notice(flow, name);
  };

  /** Said once: after that the language in the status bar tells enough. */
  const notice = async (document: vscode.TextDocument, name: string) => {
    if (context.globalState.get<boolean>(noticed)) return;
    await context.globalState.update(noticed, true);
    const answer = await vscode.window.showInformationMessage(
      `${name} is treated as a VoIPbin flow because of its content.`,
      'Keep as JSON',
      'Settings',
    );
    if (answer === 'Keep as JSON') await keepAsJson(document);
    if (answer === 'Settings')
      await vscode.commands.executeCommand('workbench.action.openSettings', 'voipbin.detectFlows');
  };

  const guarded = (document: vscode.TextDocument) => {
    consider(document).catch((error: unknown) =>
      log.error(`detecting a flow in ${document.uri.path} failed`, String(error)),
    );
  };
  for (const document of vscode.workspace.textDocuments) guarded(document);
  return vscode.workspace.onDidOpenTextDocument(guarded);
}
