import type * as vscode from 'vscode';
import { createProfiles } from './profiles/profiles';
import { showProfileStatus } from './ui/profileStatus';

/** Tells in the status bar which VoIPbin flows run against. */
export function showStatus(context: vscode.ExtensionContext): void {
  context.subscriptions.push(showProfileStatus(createProfiles(context)));
}
