import type * as vscode from 'vscode';
import { followFlowInSight } from './flowInSight';
import { createProfiles } from './profiles/profiles';
import { showProfileStatus } from './ui/profileStatus';

/** Tells in the status bar which VoIPbin flows run against, and menus whether a flow is in sight. */
export function showStatus(context: vscode.ExtensionContext): void {
  followFlowInSight(context);
  context.subscriptions.push(showProfileStatus(createProfiles(context)));
}
