import * as vscode from 'vscode';
import { buildFlowModel } from '../../flow/model/flowModel';
import { languageId } from '../../server/protocol';
import { lensOffset } from '../run/lensOffset';
import { shownScheme } from './shownTexts';

/** Larger files are not read for links above them. In UTF-16 code units. */
const maxLength = 2_000_000;

/** `Run Call`, `Call This Flow`, `Simulate`, `Debug` and `Show Picture` above the actions of a flow. */
export function registerFlowLenses(context: vscode.ExtensionContext): void {
  const provider: vscode.CodeLensProvider = {
    provideCodeLenses(document) {
      if (document.uri.scheme === shownScheme) return [];
      const text = document.getText();
      const offset = text.length > maxLength ? undefined : lensOffset(buildFlowModel(text, { jsonc: true }));
      if (offset === undefined) return [];
      const at = document.positionAt(offset);
      const range = new vscode.Range(at, at);
      const uri = document.uri.toString();
      return [
        new vscode.CodeLens(range, {
          title: 'Run Call',
          command: 'voipbin.runCall',
          arguments: [uri],
        }),
        new vscode.CodeLens(range, {
          title: 'Call This Flow',
          command: 'voipbin.callFlow',
          arguments: [uri],
        }),
        new vscode.CodeLens(range, {
          title: 'Simulate',
          command: 'voipbin.simulate',
          arguments: [uri],
        }),
        new vscode.CodeLens(range, {
          title: 'Debug',
          command: 'voipbin.debug',
          arguments: [uri],
        }),
        new vscode.CodeLens(range, {
          title: 'Show Picture',
          command: 'voipbin.showPicture',
          arguments: [uri],
        }),
      ];
    },
  };
  context.subscriptions.push(vscode.languages.registerCodeLensProvider({ language: languageId }, provider));
}
