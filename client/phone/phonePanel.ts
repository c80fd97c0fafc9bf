import * as vscode from 'vscode';
import { phoneViewType } from '../viewIds';
import type { LivePhone } from './createPhone';
import { phoneHtml } from './phoneHtml';
import { readFromPage, type ToPage } from './phoneProtocol';
import { phoneView } from './phoneView';

/** Milliseconds that changes are collected before the page is told: where time runs fast there are many. */
const pause = 16;

/** Shows the phone beside the editor, or where it is already; `preserveFocus` leaves the cursor in the editor. */
export type ShowPhone = (options?: { readonly preserveFocus?: boolean }) => void;

/** Lets the phone be shown, and brought back. Its state is not the page's: a page that was hidden or reloaded is drawn anew. */
export function createPhonePanel(
  context: vscode.ExtensionContext,
  phone: LivePhone,
): { readonly show: ShowPhone; bringBack(panel: vscode.WebviewPanel): void } {
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
    show({ preserveFocus = false } = {}) {
      if (shown) return shown.reveal(undefined, preserveFocus);
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus };
      adopt(vscode.window.createWebviewPanel(phoneViewType, 'Phone', column));
    },
    // There is one phone.
    bringBack: (panel) => (shown ? panel.dispose() : adopt(panel)),
  };
}

function fillPanel(extension: vscode.Uri, panel: vscode.WebviewPanel, phone: LivePhone): () => void {
  const { webview } = panel;
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const image = (name: string) => vscode.Uri.joinPath(extension, 'images', name);
  panel.iconPath = { light: image('flow-light.svg'), dark: image('flow-dark.svg') };
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.html = phoneHtml({
    cspSource: webview.cspSource,
    script: address('phone.js'),
    style: address('phone.css'),
    nonce: newNonce(),
  });

  let announce: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    const message: ToPage = { type: 'show', phone: phoneView(phone.state, phone.now()), announce };
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
    // What was announced while nobody listened is old.
    announce = [];
    show();
  });
  return () => {
    clearTimeout(timer);
    stopListening();
    received.dispose();
  };
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}
