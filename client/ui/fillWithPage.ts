import * as vscode from 'vscode';
import { type PageAddresses, pageHtml } from './pageHtml';

/** Gives a panel one of the extension's pages: its script and its style are `dist/phone.js` and `dist/phone.css` for `Phone`. */
export function fillWithPage(
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  title: PageAddresses['title'],
): void {
  const { webview } = panel;
  const image = (name: string) => vscode.Uri.joinPath(extensionUri, 'images', name);
  panel.iconPath = { light: image('flow-light.svg'), dark: image('flow-dark.svg') };
  const folder = vscode.Uri.joinPath(extensionUri, 'dist');
  const address = (ending: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(folder, `${title.toLowerCase()}.${ending}`)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = pageHtml({
    title,
    cspSource: webview.cspSource,
    script: address('js'),
    style: address('css'),
    nonce: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18)))),
  });
}
