import * as vscode from 'vscode';

/** The settings are `voipbin.*`. */
export const settingsSection = 'voipbin';

/** The settings for a document or a folder, or for none. */
export const settingsFor = (scope?: vscode.ConfigurationScope): vscode.WorkspaceConfiguration =>
  vscode.workspace.getConfiguration(settingsSection, scope);
