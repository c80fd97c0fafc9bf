import * as vscode from 'vscode';
import type { ChecksSetting } from '../commands/turnOffCheck';
import { settingsFor } from '../settings';

/** The setting `voipbin.checks` for a document, or for none. An empty value is taken out of the settings. */
export function checksSetting(uri: unknown): ChecksSetting {
  const scope = typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
  const settings = () => settingsFor(scope);
  return {
    hasWorkspace: vscode.workspace.workspaceFolders !== undefined,
    read(place) {
      const found = settings().inspect<Record<string, unknown>>('checks');
      const values = {
        user: found?.globalValue,
        workspace: found?.workspaceValue,
        folder: found?.workspaceFolderValue,
      };
      return values[place] ?? {};
    },
    async write(place, severities) {
      const isEmpty = Object.keys(severities).length === 0;
      await settings().update('checks', isEmpty ? undefined : severities, targets[place]);
    },
  };
}

const targets = {
  user: vscode.ConfigurationTarget.Global,
  workspace: vscode.ConfigurationTarget.Workspace,
  folder: vscode.ConfigurationTarget.WorkspaceFolder,
};
