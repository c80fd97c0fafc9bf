import * as vscode from 'vscode';
import { fillWithPage } from '../ui/fillWithPage';
import { phoneViewType } from '../viewIds';
import type { LivePhone } from './createPhone';
import { readFromPage, type ToPage } from './phoneProtocol';
import { phoneView } from './phoneView';
import { besidePhone } from './widths';

/** Milliseconds in which changes are collected before the page gets them: fast time makes many. */
const pause = 16;

export interface ShownPhone {
  /** The cursor stays in the editor. */
  readonly preserveFocus?: boolean;
}

/** Shows the phone, and restores it after a reload. The extension holds the state: a page that was hidden or reloaded is drawn again. */
export function createPhonePanel(
  context: vscode.ExtensionContext,
  phone: LivePhone,
): {
  /** Shows the phone in its own group beside the editor, or where it already is. */
  show(options?: ShownPhone): Promise<void>;
  bringBack(panel: vscode.WebviewPanel): void;
} {
  let shown: vscode.WebviewPanel | undefined;

  const adopt = (panel: vscode.WebviewPanel) => {
    shown = panel;
    const release = fillPanel(context.extensionUri, panel, phone);
    panel.onDidDispose(() => {
      release();
      if (shown === panel) shown = undefined;
    });
  };
  context.subscriptions.push({ dispose: () => shown?.dispose() });
  return {
    async show({ preserveFocus = false } = {}) {
      if (shown) return shown.reveal(undefined, preserveFocus);
      const editor = vscode.window.activeTextEditor;
      const wasAlone = vscode.window.tabGroups.all.length === 1;
      // The group beside may hold files. In its own locked group the phone covers no file, and no file covers it.
      await vscode.commands.executeCommand('workbench.action.newGroupRight');
      if (wasAlone) await shareWidth();
      // Another call opened it in the meantime.
      if (shown) return;
      // A panel that gets the focus takes it again when its page has loaded, while the user may be typing elsewhere.
      const place = { viewColumn: vscode.ViewColumn.Active, preserveFocus };
      adopt(vscode.window.createWebviewPanel(phoneViewType, 'Phone', place));
      await vscode.commands.executeCommand('workbench.action.lockEditorGroup');
      if (preserveFocus && editor) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    },
    // There is one phone.
    bringBack: (panel) => (shown ? panel.dispose() : adopt(panel)),
  };
}

/** Two groups have half of the width each. The file gets more of it if there is enough. */
async function shareWidth(): Promise<void> {
  const layout = await vscode.commands.executeCommand<{ readonly groups: readonly { readonly size: number }[] }>(
    'vscode.getEditorLayout',
  );
  const sizes = besidePhone(layout.groups.reduce((sum, { size }) => sum + size, 0));
  if (!sizes) return;
  const groups = sizes.map((size) => ({ size }));
  await vscode.commands.executeCommand('vscode.setEditorLayout', { orientation: 0, groups });
}

function fillPanel(extension: vscode.Uri, panel: vscode.WebviewPanel, phone: LivePhone): () => void {
  const { webview } = panel;
  fillWithPage(panel, extension, 'Phone');

  let announce: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    const message: ToPage = { type: 'show', phone: phoneView(phone.state, phone.now), announce };
    announce = [];
    webview.postMessage(message);
  };
  const stopListening = phone.onChange((sentences) => {
    announce.push(...sentences);
    timer ??= setTimeout(show, pause);
  });
  const received = webview.onDidReceiveMessage((data) => {
    const message = readFromPage(data);
    if (!message) return;
    phone.take(message);
    if (message.type !== 'ready') return;
    // Announcements from before the page was ready are out of date.
    announce = [];
    show();
  });
  return () => {
    clearTimeout(timer);
    stopListening();
    received.dispose();
  };
}
