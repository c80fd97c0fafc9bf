import * as vscode from 'vscode';
import { harmless } from '../ui/harmless';
import { notify } from '../ui/notify';
import { changesViewType } from '../viewIds';
import { changedSides, type Sides, sidesOfDiff, sidesOfFile } from './changedSides';
import type { Layouts } from './layouts';
import { type ChangesDeps, type ShownChanges, showChanges } from './showChanges';

export interface ChangesPanels {
  /** Shows what changed: of a diff editor, or of a file since the last commit. */
  show(target: unknown): Promise<void>;
  /** Fills a panel that VS Code brings back after a reload. */
  bringBack(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** The picture of the changes of a document, by its address, for tests. */
  find(uri: string): ShownChanges | undefined;
}

export interface ChangesPanelsDeps extends Pick<ChangesDeps, 'timeOfDay' | 'failed'> {
  readonly layouts: Layouts;
}

/** The panels that show what changed, one for each two versions. */
export function changesPanels(
  context: vscode.ExtensionContext,
  { layouts, timeOfDay, failed }: ChangesPanelsDeps,
): ChangesPanels {
  const panels = new Map<
    string,
    { readonly panel: vscode.WebviewPanel; readonly shown: ShownChanges; readonly uri: string }
  >();
  context.subscriptions.push({ dispose: () => [...panels.values()].forEach(({ panel }) => void panel.dispose()) });
  const fill = (panel: vscode.WebviewPanel, sides: Sides) => {
    const shown = showChanges(panel, sides, {
      extensionUri: context.extensionUri,
      layout: layouts.open(),
      timeOfDay,
      failed,
    });
    const key = keyOf(sides);
    panels.set(key, { panel, shown, uri: sides.afterUri.toString() });
    panel.onDidDispose(() => {
      shown.dispose();
      panels.delete(key);
    });
  };
  return {
    find: (uri) => [...panels.values()].find((panel) => panel.uri === uri)?.shown,
    async show(target) {
      const sides = await changedSides(target);
      if (typeof sides === 'string') return void notify('information', sides);
      const known = panels.get(keyOf(sides));
      if (known) return known.panel.reveal(undefined, true);
      const title = harmless(`Changes of ${sides.name}`, 'label');
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel(changesViewType, title, column, { retainContextWhenHidden: true });
      fill(panel, sides);
    },
    async bringBack(panel, state) {
      const sides = await sidesOf(state);
      if (sides) fill(panel, sides);
      else panel.dispose();
    },
  };
}

const keyOf = ({ beforeUri, afterUri }: Sides) => `${beforeUri} ${afterUri}`;

/** The versions that a page showed before a reload; undefined where they are gone. */
async function sidesOf(state: unknown): Promise<Sides | undefined> {
  const { uri, beforeUri } = (typeof state === 'object' && state !== null ? state : {}) as Record<string, unknown>;
  if (typeof uri !== 'string' || typeof beforeUri !== 'string') return undefined;
  try {
    const [original, modified] = [vscode.Uri.parse(beforeUri, true), vscode.Uri.parse(uri, true)];
    // Git is asked again, and its changes are followed.
    const sides = original.scheme === 'git' ? await sidesOfFile(modified) : sidesOfDiff(original, modified);
    if (typeof sides === 'string') return undefined;
    await sides.before();
    return sides;
  } catch {
    return undefined;
  }
}
