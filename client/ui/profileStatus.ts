import * as vscode from 'vscode';
import type { Profiles } from '../profiles/profiles';
import { harmless } from './harmless';

/** The item in the status bar that tells which VoIPbin flows run against, and switches it. */
export function showProfileStatus(profiles: Profiles): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('voipbin.profile', vscode.StatusBarAlignment.Left, 9);
  item.name = 'VoIPbin Profile';
  item.command = 'voipbin.switchProfile';
  const show = () => {
    const current = profiles.current();
    if ('problem' in current) {
      item.text = '$(warning) VoIPbin: no profile';
      item.tooltip = harmless(`${current.problem} Click to switch.`, 'tooltip');
      return;
    }
    const { kind, name, origin } = current.profile;
    item.text =
      kind === 'local'
        ? '$(device-desktop) VoIPbin: Local'
        : `${kind === 'cloud' ? '$(cloud)' : '$(server)'} VoIPbin: ${harmless(name, 'status')}`;
    item.tooltip =
      kind === 'local'
        ? 'Calls run in this VS Code: no account, no real call, no costs. Click to switch.'
        : harmless(`Calls run on ${origin}: they are real and may cost money. Click to switch.`, 'tooltip');
  };
  show();
  item.show();
  return vscode.Disposable.from(item, profiles.onDidChange(show));
}
