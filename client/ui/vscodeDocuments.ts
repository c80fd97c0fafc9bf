import * as vscode from 'vscode';
import { checkSettingsOf, readSettings } from '../../flow';
import { languageId } from '../../server/protocol';
import type { Documents, FlowDocument } from '../commands/context';
import { filesOfTools } from '../filePatterns';
import { settingsFor } from '../settings';
import { documentInSight } from './documentInSight';
import { fileName } from './fileName';
import { harmless } from './harmless';
import { isJsoncDocument } from './isJsoncDocument';
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
    async show(uri, offset) {
      const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
      if (shown && offset === undefined) return;
      const document = shown?.document ?? (await openDocument(uri));
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const own = tabs.find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri);
      // Without a column VS Code takes the group that had the cursor last, unless it is locked.
      const column = shown?.viewColumn ?? own?.group.viewColumn;
      const at = offset === undefined ? undefined : document.positionAt(offset);
      await vscode.window.showTextDocument(document, {
        preview: false,
        ...(column === undefined ? {} : { viewColumn: column }),
        ...(at ? { selection: new vscode.Range(at, at) } : {}),
      });
    },
    async listFiles(pattern) {
      const files = await vscode.workspace.findFiles(pattern, filesOfTools, 100);
      return files.map((uri) => ({ uri: uri.toString(), name: vscode.workspace.asRelativePath(uri) }));
    },
    async chooseFile(title) {
      const [uri] = (await vscode.window.showOpenDialog({ title, filters: { JSON: ['json'] } })) ?? [];
      return uri?.toString();
    },
    async openUntitled(text) {
      const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
      await vscode.window.showTextDocument(document);
      return document.uri.toString();
    },
    keepText: async (name, text) => flowDocumentOf(await vscode.workspace.openTextDocument(texts.keep(name, text))),
    async replace(uri, { offset, before, after }) {
      const document = await openDocument(uri);
      const place = new vscode.Range(document.positionAt(offset), document.positionAt(offset + before.length));
      if (document.getText(place) !== before) return false;
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, place, after);
      return vscode.workspace.applyEdit(edit);
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

function flowDocumentOf(document: vscode.TextDocument): FlowDocument {
  const settings = settingsFor(document);
  const named = {
    checks: settings.get('checks'),
    engineQuirks: settings.get('engineQuirks'),
    flowTrigger: settings.get('flowTrigger'),
  };
  return {
    uri: document.uri.toString(),
    name: fileName(document.uri),
    text: document.getText(),
    jsonc: isJsoncDocument(document),
    checkSettings: checkSettingsOf(readSettings(named)),
  };
}

const openDocument = (uri: string) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri));

const isSame = (a: vscode.Uri, b: vscode.Uri) => a.toString() === b.toString();
