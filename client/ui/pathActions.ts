import * as vscode from 'vscode';
import { languageId } from '../../server/protocol';
import type { Spot } from '../commands/playHere';

/** What a call shows of the findings about ways through a flow, by their codes. */
const shownBy: Readonly<Record<string, Spot['drops']>> = {
  'branch-no-default': 'here',
  'caller-dropped': 'here',
  'budget-exceeded': 'circle',
  'endless-loop': 'circle',
  'goto-never-ends': 'circle',
  'retry-without-limit': 'circle',
  'self-target': 'circle',
};

const players = [
  { title: 'Play this call', command: 'voipbin.playHere' },
  { title: 'Play on the phone', command: 'voipbin.playHereOnPhone' },
];

/** Offers to play the call that proves a finding. */
export function registerPathActions(context: vscode.ExtensionContext): void {
  const kind = vscode.CodeActionKind.QuickFix;
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, _range, { diagnostics }) =>
      diagnostics.flatMap((diagnostic) => {
        const { code } = diagnostic;
        const drops = shownBy[String(typeof code === 'object' ? code.value : code)];
        if (drops === undefined) return [];
        const spot: Spot = {
          uri: document.uri.toString(),
          offset: document.offsetAt(diagnostic.range.start),
          drops,
        };
        return players.map(({ title, command }) => {
          const action = new vscode.CodeAction(title, kind);
          action.command = { command, title, arguments: [spot] };
          action.diagnostics = [diagnostic];
          return action;
        });
      }),
  };
  const options = { providedCodeActionKinds: [kind] };
  context.subscriptions.push(vscode.languages.registerCodeActionsProvider({ language: languageId }, provider, options));
}
