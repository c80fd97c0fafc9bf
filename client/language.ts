/** Everything about writing flows, the same on desktop and web: what differs is how the language client reaches its server. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { languageId } from '../server/protocol';
import { turnOffCheck } from './commands/turnOffCheck';
import { showLanguageStatus } from './languageStatus';
import { restartServer } from './restartServer';
import { checksSetting } from './ui/checksSetting';
import { registerFlowLenses } from './ui/flowLenses';
import { type Commands, guardCommands } from './ui/guardCommands';
import { registerPathActions } from './ui/pathActions';
import { vscodeUi } from './ui/vscodeUi';
import { voipbinClient } from './voipbinClient';

export type NewLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language client and what stands around it; what it registers ends with the context. */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  newClient: NewLanguageClient,
): Promise<{ readonly commands: Commands }> {
  const client = newClient('voipbin', 'VoIPbin Flow', {
    documentSelector: [{ language: languageId }],
    outputChannel: log,
    // The server reads the settings by asking; it only has to hear that they changed.
    synchronize: { configurationSection: 'voipbin' },
    middleware: {
      // An older version that a comparison shows cannot be mended; its findings would stand in the list of problems a second time.
      handleDiagnostics: (uri, diagnostics, next) =>
        next(uri, vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ? [] : diagnostics),
    },
  });
  client.registerFeature(voipbinClient);
  context.subscriptions.push(client, showLanguageStatus(client));
  registerFlowLenses(context);
  registerPathActions(context);
  await client.start();
  const commands = guardCommands(log, {
    'voipbin.restartServer': () => restartServer(client, log),
    'voipbin.turnOffCheck': (code: unknown, uri: unknown) =>
      typeof code === 'string' ? turnOffCheck(vscodeUi, checksSetting(uri), code) : undefined,
  });
  return { commands };
}
