/** All that is loaded in every window. It waits for the first flow and for the first use, and loads the parts that these need. */
import * as vscode from 'vscode';
import { mayBeFlowText } from '../flow/model/mayBeFlowText';
import { languageId } from '../server/protocol';
import type { CallRow } from './callPanel/callTree';
import { maxDetectedLength } from './maxDetectedLength';
import { linksKey, runsKey, sessionsKey } from './memory';
import type { LoadPart } from './parts';
import type { Commands } from './ui/guardCommands';
import { createLateView } from './ui/lateView';
import { phoneViewType } from './viewIds';
import type { Views } from './views';
import type { WayRow } from './waysView/waysTree';

/** The commands that need no calls. */
const ofLanguage = ['voipbin.restartServer', 'voipbin.turnOffCheck'];

/** Ends when everything runs that the documents which are open need. What it gives is for the tests in VS Code only. */
export async function activateExtension(context: vscode.ExtensionContext, load: LoadPart) {
  const { subscriptions } = context;
  const log = once(() => {
    const channel = vscode.window.createOutputChannel('VoIPbin', { log: true });
    subscriptions.push(channel);
    return channel;
  });
  const detection = once(async () => subscriptions.push((await load('detection')).detectFlows(context, log())));
  const status = once(async () => (await load('status')).showStatus(context));
  const language = once(async () => (await load('language')).startLanguage(context, log()));
  const calls = once(async () => {
    const [part] = await Promise.all([load('calls'), status()]);
    return part.startCalls(context, log(), views);
  });
  const flows = once(async () => {
    // VS Code lists the sign-ins of those who have told it.
    const isSignedIn = ((await context.secrets.get(sessionsKey)) ?? '[]') !== '[]';
    await Promise.all([detection(), status(), language(), ...(isSignedIn ? [calls()] : [])]);
  });
  const logged = (loading: Promise<unknown>) =>
    loading.catch((error: unknown) => log().error(error instanceof Error ? error : String(error)));

  const own: Commands = {
    'voipbin.showLog': () => log().show(),
  };
  const partOf = async (id: string): Promise<{ readonly commands: Commands }> => {
    if (own[id]) return { commands: own };
    return ofLanguage.includes(id) ? language() : calls();
  };
  for (const id of commandIds(context)) {
    const run = async (...args: never[]) => (await partOf(id)).commands[id]?.(...args);
    subscriptions.push(vscode.commands.registerCommand(id, run));
  }
  const views: Views = {
    call: createLateView<CallRow>('voipbin.call', () => void logged(calls())),
    ways: createLateView<WayRow>('voipbin.ways', () => void logged(calls())),
  };
  const look = (document: vscode.TextDocument) => {
    if (document.languageId === languageId) return logged(flows());
    return mayBeFlow(document) ? logged(detection()) : undefined;
  };
  subscriptions.push(
    views.call.view,
    views.ways.view,
    vscode.window.registerWebviewPanelSerializer(phoneViewType, {
      deserializeWebviewPanel: async (panel) => (await calls()).bringPhoneBack(panel),
    }),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look),
  );
  const wasUsed = [runsKey, linksKey].some((key) => Object.keys(context.workspaceState.get(key, {})).length > 0);
  await Promise.all([...vscode.workspace.textDocuments.map(look), ...(wasUsed ? [logged(calls())] : [])]);
  return context.extensionMode === vscode.ExtensionMode.Test ? { language, calls } : undefined;
}

export type Activated = NonNullable<Awaited<ReturnType<typeof activateExtension>>>;

/** JSON that is worth loading what reads it. */
function mayBeFlow(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'json' && document.languageId !== 'jsonc') return false;
  if (vscode.workspace.getConfiguration('voipbin', document).get('detectFlows') === 'off') return false;
  const text = document.getText();
  return text.length <= maxDetectedLength && mayBeFlowText(text);
}

function commandIds({ extension }: vscode.ExtensionContext): readonly string[] {
  const { contributes } = extension.packageJSON as { contributes: { commands: readonly { command: string }[] } };
  return contributes.commands.map(({ command }) => command);
}

/** Begins when it is first asked for, and gives the same from then on. */
function once<T>(begin: () => T): () => T {
  let begun: { readonly result: T } | undefined;
  return () => {
    begun ??= { result: begin() };
    return begun.result;
  };
}
