import * as vscode from 'vscode';
import type { ProfileEntry } from '../../flow';
import { settingsFor } from '../settings';
import { type KnownProfiles, listProfiles, type ResolvedProfile, resolveProfile } from './resolveProfile';

/** The profiles of the settings, read when they are asked for. */
export interface Profiles {
  current(): ResolvedProfile;
  list(): KnownProfiles;
  /** Keeps one more server, for the user and not for the folder. */
  add(entry: ProfileEntry): Promise<void>;
  /** Switches to a profile, for the user and not for the folder. */
  select(name: string): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function createProfiles(context: vscode.ExtensionContext): Profiles {
  const changed = new vscode.EventEmitter<void>();
  const inspect = () => {
    const settings = settingsFor();
    return { profile: settings.inspect('profile'), profiles: settings.inspect('profiles') };
  };
  context.subscriptions.push(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('voipbin.profile') || event.affectsConfiguration('voipbin.profiles'))
        changed.fire();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
  );
  return {
    current: () => resolveProfile(inspect(), vscode.workspace.isTrusted),
    list: () => listProfiles(inspect().profiles, vscode.workspace.isTrusted),
    async add(entry) {
      const own = inspect().profiles?.globalValue;
      const entries = [...(Array.isArray(own) ? own : []), entry];
      await settingsFor().update('profiles', entries, vscode.ConfigurationTarget.Global);
    },
    async select(name) {
      await settingsFor().update('profile', name, vscode.ConfigurationTarget.Global);
    },
    onDidChange: changed.event,
  };
}
