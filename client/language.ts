/** Everything about writing flows, the same on desktop and web: what differs is how the language client reaches its server. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { languageId } from '../server/protocol';
import { turnOffCheck } from './commands/turnOffCheck';
import { flowFiles } from './filePatterns';
import { showLanguageStatus } from './languageStatus';
import type { Links } from './links';
import { createMilestones } from './milestones';
import { type QuickFixes, quickFixesOf } from './quickFixes';
import { restartServer } from './restartServer';
import { settingsSection } from './settings';
import { tellLinkedFlows } from './tellLinkedFlows';
import { testFileFeatures } from './testFileFeatures';
import { checksSetting } from './ui/checksSetting';
import { registerFlowLenses } from './ui/flowLenses';
import { type Commands, guardCommands } from './ui/guardCommands';
import { vscodeUi } from './ui/vscodeUi';
import { voipbinClient } from './voipbinClient';
import { withPlaces } from './withPlaces';
import { answerFiles, tellWorkspaceFiles } from './workspaceFiles';

export type NewLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What other parts of the extension ask of it. */
export interface Language {
  readonly commands: Commands;
  readonly fixes: QuickFixes;
}

/** Starts the language client and what stands around it; what it registers ends with the context. */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  links: Links,
  newClient: NewLanguageClient,
): Promise<Language> {
  // What is saved of a flow decides about its test files.
  const flowWatcher = vscode.workspace.createFileSystemWatcher(flowFiles);
  const reached = createMilestones();
  const client = newClient('voipbin', 'VoIPbin Flow', {
    documentSelector: [{ language: languageId }],
    outputChannel: log,
    // The problem matcher of tasks has this as its owner: what a task finds in a closed file takes the place of the same finding from here.
    diagnosticCollectionName: 'voipbin-flow',
    // The server reads the settings by asking; it only has to hear that they changed.
    synchronize: { configurationSection: settingsSection, fileEvents: flowWatcher },
    middleware: {
      provideCodeLenses: async (document, token, next) =>
        (await next(document, token))?.map((lens) => withPlaces(lens, client.protocol2CodeConverter)),
      provideHover: (document, position, token, next) => {
        const isMistake = ({ range, severity }: vscode.Diagnostic) =>
          range.contains(position) && severity !== vscode.DiagnosticSeverity.Hint;
        if (vscode.languages.getDiagnostics(document.uri).some(isMistake)) reached('voipbin.sawMistake');
        return next(document, position, token);
      },
      provideCompletionItem: async (document, position, context, token, next) => {
        const offered = await next(document, position, context, token);
        const items = Array.isArray(offered) ? offered : (offered?.items ?? []);
        // Nothing but what an id can name is of this kind.
        if (items.some(({ kind }) => kind === vscode.CompletionItemKind.Reference)) reached('voipbin.sawTargets');
        return offered;
      },
      // An older version that a comparison shows cannot be mended; its findings would stand in the list of problems a second time.
      handleDiagnostics: (uri, diagnostics, next) =>
        next(uri, vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ? [] : diagnostics),
    },
  });
  client.registerFeature(voipbinClient);
  client.registerFeature(testFileFeatures(client));
  context.subscriptions.push(client, flowWatcher, answerFiles(client), showLanguageStatus(client));
  registerFlowLenses(context, links.lens);
  tellLinkedFlows(context, client, links.registered, log);
  await client.start();
  tellWorkspaceFiles(context, client, log);
  const commands = guardCommands(log, {
    'voipbin.restartServer': () => restartServer(client, log),
    'voipbin.turnOffCheck': (code: unknown, uri: unknown) =>
      typeof code === 'string' ? turnOffCheck(vscodeUi, checksSetting(uri), code) : undefined,
  });
  return { commands, fixes: quickFixesOf(client) };
}
