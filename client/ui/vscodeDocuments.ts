import * as vscode from 'vscode';
import { checkSettingsOf, readSettings } from '../../flow/settings/settings';
import { languageId } from '../../server/protocol';
import type { Documents, FlowDocument } from '../commands/context';
import { harmless } from './harmless';
import type { showTexts } from './shownTexts';

/** The documents that are open in VS Code. */
export function vscodeDocuments(texts: ReturnType<typeof showTexts>): Documents {
  return {
    async find(uri) {
      const document = uri === undefined ? documentInSight() : await openDocument(uri);
      return document && flowDocumentOf(document);
    },
    async showProblem(uri, offset) {
      const document = await openDocument(uri);
      const at = document.positionAt(offset);
      await vscode.commands.executeCommand('workbench.actions.view.problems', { preserveFocus: true });
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
    },
    async openUntitled(text) {
      const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
      await vscode.window.showTextDocument(document);
      return document.uri.toString();
    },
    async showDiff(title, left, right) {
      const pair = texts.add(left, right);
      await vscode.commands.executeCommand('vscode.diff', pair.left, pair.right, harmless(title, 'label'), {
        preview: true,
      });
      return async () => {
        const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
        const ours = tabs.filter(
          ({ input }) => input instanceof vscode.TabInputTextDiff && isSame(input.modified, pair.right),
        );
        await vscode.window.tabGroups.close(ours);
        pair.remove();
      };
    },
  };
}

/** That of the active editor; while something else is active, such as the phone, the flow that is beside it. */
function documentInSight(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && [languageId, 'json', 'jsonc'].includes(active.languageId)) return active;
  const flows = vscode.window.visibleTextEditors.filter(({ document }) => document.languageId === languageId);
  return flows[0]?.document ?? active;
}

export function flowDocumentOf(document: vscode.TextDocument): FlowDocument {
  const settings = vscode.workspace.getConfiguration('voipbin', document);
  const named = {
    checks: settings.get('checks'),
    engineQuirks: settings.get('engineQuirks'),
    flowTrigger: settings.get('flowTrigger'),
  };
  return {
    uri: document.uri.toString(),
    name: document.uri.path.split('/').at(-1) ?? document.uri.path,
    text: document.getText(),
    jsonc: isJsonc(document),
    checkSettings: checkSettingsOf(readSettings(named)),
  };
}

/** As the language server has it: the API takes strict JSON, so that only the name of a file allows comments. */
const isJsonc = ({ uri }: vscode.TextDocument) => /\.jsonc$/i.test(uri.path);

const openDocument = (uri: string) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri));

const isSame = (a: vscode.Uri, b: vscode.Uri) => a.toString() === b.toString();
