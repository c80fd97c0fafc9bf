import * as vscode from 'vscode';
import { comparePictures, type FlowModel, isJsonc, readFlow } from '../../flow';
import { fillWithPage } from '../ui/fillWithPage';
import type { Sides } from './changedSides';
import { createComparison } from './comparison';
import type { Layout } from './layouts';
import { type FromPage, type Lights, readFromPage, type ToPage } from './pictureProtocol';
import { revealActions } from './revealActions';

/** Milliseconds in which changes are collected before they are drawn. */
const pause = 40;

export interface ShownChanges {
  /** The last message to the page, for tests. */
  readonly latest: () => { readonly titles: readonly string[]; readonly lights: Lights } | undefined;
  readonly take: (message: FromPage) => Promise<void>;
  dispose(): void;
}

export interface ChangesDeps {
  readonly extensionUri: vscode.Uri;
  readonly layout: Layout;
  readonly timeOfDay: () => string;
  /** It could not be drawn. */
  readonly failed: (error: unknown) => void;
}

/** Fills a panel with the picture of what changed between two versions, for as long as it is there. Nothing is edited in it. */
export function showChanges(
  panel: vscode.WebviewPanel,
  sides: Sides,
  { extensionUri, layout, timeOfDay, failed }: ChangesDeps,
): ShownChanges {
  const { webview } = panel;
  const { name, afterUri, beforeUri, than } = sides;
  let compared = comparePictures(readFlow(''), readFlow(''));
  const compare = createComparison(than, timeOfDay);
  let latest: ReturnType<ShownChanges['latest']>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const post = (message: ToPage) => void webview.postMessage(message);
  const modelOf = (text: string, uri: vscode.Uri): FlowModel => readFlow(text, { jsonc: isJsonc(uri.path) });

  const draw = async () => {
    timer = undefined;
    const [before, after] = await Promise.all([sides.before(), currentText(afterUri)]);
    const found = compare(
      before === undefined ? undefined : modelOf(before, beforeUri),
      after === undefined ? undefined : modelOf(after, afterUri),
    );
    compared = found.compared;
    const { stale, note } = found;
    const { nodes, edges } = compared;
    const lights: Lights = { of: 'changes', nodes, edges, breakpoints: {}, canBreak: false, note };
    const placed = await layout.layOut(compared.picture);
    if (!placed) return;
    const fixed = placed.edges.map(({ key }) => key);
    const common = { stale, isReadOnly: true, fixed, marks: {}, taken: [], version: 0, moved: {}, select: undefined };
    const uris = { uri: afterUri.toString(), beforeUri: beforeUri.toString() };
    post({ type: 'show', name, ...uris, picture: placed, ...common });
    post({ type: 'lights', lights });
    latest = { titles: placed.nodes.map(({ title }) => title), lights };
  };
  const later = () => {
    timer ??= setTimeout(() => void draw().catch(failed), pause);
  };
  const reveal = async (key: string, isOpened: boolean) => {
    const old = compared.gone.get(key);
    const action = old ?? compared.picture.actions.get(key);
    if (!action) return;
    const uri = old ? beforeUri : afterUri;
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (!shown && !isOpened) return;
    await revealActions(shown?.document ?? (await vscode.workspace.openTextDocument(uri)), [action], isOpened);
  };
  const take = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        return draw().catch(failed);
      case 'select':
        return reveal(message.key, false);
      case 'open':
        return reveal(message.key, true);
    }
  };

  fillWithPage(panel, extensionUri, 'Picture');
  const isOurs = ({ uri }: vscode.TextDocument) =>
    [beforeUri, afterUri].some((item) => item.toString() === uri.toString());
  const listening = [
    webview.onDidReceiveMessage((data) => {
      const message = readFromPage(data);
      if (message) void take(message);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isOurs(document)) later();
    }),
    ...(sides.onDidChange ? [sides.onDidChange(later)] : []),
  ];
  return {
    latest: () => latest,
    take,
    dispose() {
      clearTimeout(timer);
      layout.close();
      for (const disposable of listening) disposable.dispose();
    },
  };
}

/** Undefined if the file no longer exists. */
async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return undefined;
  }
}
