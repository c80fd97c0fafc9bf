import * as vscode from 'vscode';
import { readFlow } from '../../flow';
import { languageId } from '../../server/protocol';
import { longestRead } from '../longestRead';
import { lensOffset } from '../run/lensOffset';
import type { Told } from '../told';
import type { LinkLens } from './linkLens';
import { shownScheme } from './shownTexts';

const offered = [
  { title: 'Run Call', command: 'voipbin.runCall' },
  { title: 'Call This Flow', command: 'voipbin.callFlow' },
  { title: 'Simulate', command: 'voipbin.simulate' },
  { title: 'Debug', command: 'voipbin.debug' },
  { title: 'Show Picture', command: 'voipbin.showPicture' },
];

/**
 * `Run Call`, `Call This Flow`, `Simulate`, `Debug` and `Show Picture` above the actions of a flow, then which registered flow the file is.
 *
 * VS Code orders the lenses of several providers by when they were registered. One provider has them all, so that the buttons keep their place.
 */
export function registerFlowLenses(context: vscode.ExtensionContext, link: Told<LinkLens | undefined>): void {
  const changed = new vscode.EventEmitter<void>();
  link.onTold(() => changed.fire());
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      if (document.uri.scheme === shownScheme) return [];
      const text = document.getText();
      const offset = text.length > longestRead ? undefined : lensOffset(readFlow(text, { jsonc: true }));
      if (offset === undefined) return [];
      const at = document.positionAt(offset);
      const range = new vscode.Range(at, at);
      const linked = await link.current()?.(document);
      const commands = linked ? [...offered, linked] : offered;
      return commands.map(
        (command) => new vscode.CodeLens(range, { ...command, arguments: [document.uri.toString()] }),
      );
    },
  };
  context.subscriptions.push(changed, vscode.languages.registerCodeLensProvider({ language: languageId }, provider));
}
