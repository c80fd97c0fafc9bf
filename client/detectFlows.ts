import * as vscode from 'vscode';
import { likenessOf } from '../flow';
import { languageId } from '../server/protocol';
import { longestRead } from './longestRead';
import { settingsFor } from './settings';
import { notify } from './ui/notify';

const noticed = 'voipbin.detectionNoticed';
const kept = 'voipbin.keptAsJson';

/**
 * Treats JSON files whose content is a flow as flows, as the setting `voipbin.detectFlows` says: when they are opened and when they are saved. A file that could
 * belong to another tool too leads to a question.
 *
 * A file that the user has put back to JSON stays JSON, whether by the notice or by picking the language: it is remembered for the workspace.
 */
export function detectFlows(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): vscode.Disposable {
  // A document whose language changes is opened again as the same object.
  const flows = new WeakSet<vscode.TextDocument>();
  const settled = new WeakSet<vscode.TextDocument>();

  const keptPaths = () => new Set(context.workspaceState.get<string[]>(kept, []));
  const isKept = (document: vscode.TextDocument) => settled.has(document) || keptPaths().has(document.uri.path);
  const keep = async (document: vscode.TextDocument) => {
    settled.add(document);
    // The next untitled document of that name is another one.
    if (document.isUntitled) return;
    await context.workspaceState.update(kept, [...keptPaths().add(document.uri.path)]);
  };
  const forget = async (document: vscode.TextDocument) => {
    settled.delete(document);
    const paths = keptPaths();
    if (paths.delete(document.uri.path)) await context.workspaceState.update(kept, [...paths]);
  };

  const consider = async (document: vscode.TextDocument) => {
    const { uri, languageId: before } = document;
    if (before === languageId) {
      flows.add(document);
      return forget(document);
    }
    if (before !== 'json' && before !== 'jsonc') return;
    if (flows.has(document)) return keep(document);
    const mode = settingsFor(document).get<string>('detectFlows', 'auto');
    if (mode === 'off' || isKept(document)) return;
    const text = document.getText();
    const likeness = text.length > longestRead ? 'none' : likenessOf(text);
    if (likeness === 'none') return;
    const name = vscode.workspace.asRelativePath(uri);
    const isAsked = mode === 'ask' || likeness === 'possible';
    if (isAsked) {
      // Older versions that a comparison shows are no files to ask about. Once asked, an answer is final while the document is open.
      if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return;
      settled.add(document);
      const buttons = ['Open as Flow', 'Keep as JSON'];
      const looks = likeness === 'possible' ? 'may be' : 'looks like';
      const pressed = await notify('information', `${name} ${looks} a VoIPbin call flow.`, buttons);
      // Who closes the question about a file of another tool has answered it.
      if (pressed === 1 || (pressed === undefined && mode === 'auto')) await keep(document);
      if (pressed !== 0 || document.isClosed) return;
    }
    const flow = await vscode.languages.setTextDocumentLanguage(document, languageId);
    log.info(`${name} is a flow by its content.`);
    if (!isAsked) void notice(flow, name, before);
  };

  /** Said once: after that the language in the status bar tells enough. */
  const notice = async (document: vscode.TextDocument, name: string, before: string) => {
    if (context.globalState.get<boolean>(noticed)) return;
    await context.globalState.update(noticed, true);
    const text = `${name} is opened as a VoIPbin flow because of its content.`;
    const pressed = await notify('information', text, ['Keep as JSON', 'Settings']);
    if (pressed === 0) {
      await keep(document);
      if (!document.isClosed) await vscode.languages.setTextDocumentLanguage(document, before);
    }
    if (pressed === 1) await vscode.commands.executeCommand('workbench.action.openSettings', 'voipbin.detectFlows');
  };

  const guarded = (document: vscode.TextDocument) => {
    consider(document).catch((error: unknown) =>
      log.error(`detecting a flow in ${document.uri.path} failed`, String(error)),
    );
  };
  for (const document of vscode.workspace.textDocuments) guarded(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(guarded),
    vscode.workspace.onDidSaveTextDocument(guarded),
  );
}
