import * as vscode from 'vscode';
import { readFlow } from '../../flow';
import { languageId } from '../../server/protocol';
import { longestRead } from '../longestRead';
import type { Profiles } from '../profiles/profiles';
import type { FlowLink, FlowLinks } from '../run/flowLinks';
import { differsFromRegistered, linkText } from '../run/linkedFlow';
import type { Told } from '../told';
import { harmless } from './harmless';
import type { LinkLens } from './linkLens';

/** ms without a change before the status bar compares again. */
const pause = 300;

/** Says of a file that stands for a registered flow that it does, and whether it differs: above its actions, in the status bar, and to menus. */
export function showLinkedFlows(
  context: vscode.ExtensionContext,
  links: FlowLinks,
  profiles: Profiles,
  lens: Told<LinkLens | undefined>,
  onDidChangeLinks: vscode.Event<void>,
): void {
  const linkOf = (document: vscode.TextDocument | undefined): FlowLink | undefined => {
    const current = profiles.current();
    if (document?.languageId !== languageId || 'problem' in current) return undefined;
    return links.find(current.profile.name, document.uri.toString());
  };
  const linkLens: LinkLens = async (document) => {
    const link = linkOf(document);
    const text = document.getText();
    if (!link || text.length > longestRead) return undefined;
    const differs = await differsFromRegistered(readFlow(text, { jsonc: true }), link);
    return { title: harmless(linkText(link, differs), 'label'), command: 'voipbin.updateFlow' };
  };
  const item = vscode.window.createStatusBarItem('voipbin.link', vscode.StatusBarAlignment.Left, 8);
  item.name = 'VoIPbin Registered Flow';
  item.command = 'voipbin.updateFlow';
  let shown = 0;
  const show = async () => {
    const mine = ++shown;
    const document = vscode.window.activeTextEditor?.document;
    const link = linkOf(document);
    void vscode.commands.executeCommand('setContext', 'voipbin.isRegistered', link !== undefined);
    if (!document || !link) return item.hide();
    const model = readFlow(document.getText().slice(0, longestRead), { jsonc: true });
    const differs = await differsFromRegistered(model, link);
    if (mine !== shown) return;
    item.text = `${differs ? '$(cloud-upload)' : '$(cloud)'} ${harmless(linkText(link, differs), 'status')}`;
    item.tooltip = differs
      ? 'The file differs from the registered flow. Click to compare and update.'
      : 'The file is the same as the registered flow when it was last read or written here. Click to compare it with VoIPbin.';
    item.show();
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void show(), pause);
  };
  const all = () => {
    lens.tell(linkLens);
    void show();
  };
  all();
  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
    vscode.workspace.onDidOpenTextDocument(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) later();
    }),
    profiles.onDidChange(all),
    onDidChangeLinks(all),
    { dispose: () => clearTimeout(waiting) },
  );
}
