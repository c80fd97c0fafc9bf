/** The extension, the same on desktop and web: what differs is how the language client reaches its server. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { languageId } from '../server/protocol';
import { registerCommands } from './commands/registerCommands';
import { restartServer } from './commands/restartServer';
import { detectFlows } from './detectFlows';
import { showLanguageStatus } from './languageStatus';
import { connectSandbox } from './phone/connectSandbox';
import { createPhone, type LivePhone } from './phone/createPhone';
import { followFlowBeside } from './phone/flowBeside';
import { registerPhonePanel } from './phone/phonePanel';
import type { Network } from './profiles/network';
import { type Calls, startCalls } from './startCalls';
import { voipbinClient } from './voipbinClient';

export type NewLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language client and everything that stands around it; what it registers ends with the context. */
export async function start(
  context: vscode.ExtensionContext,
  newClient: NewLanguageClient,
  network: Network,
): Promise<Calls & { readonly phone: LivePhone }> {
  const log = vscode.window.createOutputChannel('VoIPbin', { log: true });
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
  context.subscriptions.push(log, client, showLanguageStatus(client), detectFlows(context, log));
  const flowBeside = followFlowBeside(context);
  const phone = createPhone({ runCall: () => void vscode.commands.executeCommand('voipbin.runCall', flowBeside()) });
  registerCommands(context, log, {
    'voipbin.restartServer': () => restartServer(client, log),
    'voipbin.showLog': () => log.show(),
    'voipbin.showPhone': registerPhonePanel(context, phone),
  });
  const calls = startCalls(context, log, network);
  phone.connect(connectSandbox(calls.local.sandbox));
  await client.start();
  return { ...calls, phone };
}
