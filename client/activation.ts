/** The only code that loads in every window. It waits for the first flow and for the first use, and loads the parts that they need. */

import * as vscode from 'vscode';
import { isTestFileName, mayBeFlowText } from '../flow';
import { type LinkedFlow, languageId } from '../server/protocol';
import type { CallRow } from './callPanel/callTree';
import { debugType } from './debugType';
import { filesOfTools, testFiles } from './filePatterns';
import type { Links } from './links';
import { longestRead } from './longestRead';
import { linksKey, runsKey, sessionsKey } from './memory';
import type { LoadPart } from './parts';
import type { ShownMarks } from './run/shownMarks';
import { settingsFor } from './settings';
import type { StartSideWorker } from './sideWorker';
import type { Coverages } from './tests/coverages';
import { createTold } from './told';
import type { Commands } from './ui/guardCommands';
import { createLateView } from './ui/lateView';
import type { LinkLens } from './ui/linkLens';
import { changesViewType, phoneViewType, pictureEditorType, pictureViewType } from './viewIds';
import type { Views } from './views';
import type { WayRow } from './waysView/waysTree';

/** The commands that need no calls. */
const ofLanguage = ['voipbin.restartServer', 'voipbin.turnOffCheck'];
const ofDebugger = ['voipbin.debug'];

const ofPicture = [
  'voipbin.showPicture',
  'voipbin.showPictureOfChanges',
  'voipbin.peekPicture',
  'voipbin.exportPicture',
];

/** Resolves when everything that the open documents need is running. Its result is only for the tests in VS Code. */
export async function activateExtension(
  context: vscode.ExtensionContext,
  load: LoadPart,
  startSideWorker: StartSideWorker,
) {
  const { subscriptions } = context;
  const log = once(() => {
    const channel = vscode.window.createOutputChannel('VoIPbin', { log: true });
    subscriptions.push(channel);
    return channel;
  });
  const detection = once(async () => subscriptions.push((await load('detection')).detectFlows(context, log())));
  const status = once(async () => (await load('status')).showStatus(context));
  // If a file is linked to a registered flow, the part `calls` starts with VS Code and sets this.
  const links: Links = {
    registered: createTold<readonly LinkedFlow[]>([]),
    lens: createTold<LinkLens | undefined>(undefined),
  };
  /** What lights pictures up, whichever part is loaded first. */
  const lights = {
    marks: createTold<ShownMarks | undefined>(undefined),
    coverages: createTold<Coverages | undefined>(undefined),
    registered: links.registered,
  };
  const language = once(async () => (await load('language')).startLanguage(context, log(), links));
  const calls = once(async () => {
    const [part] = await Promise.all([load('calls'), status()]);
    const begun = await part.startCalls(context, log(), views, links);
    lights.marks.tell(begun.marks);
    return begun;
  });
  const debug = once(async () => {
    const part = await load('debug');
    return part.startDebugging(context, log(), calls);
  });
  const fixes = async () => (await language()).fixes;
  const picture = once(async () =>
    (await load('picture')).startPicture(context, log(), { lights, fixes, startSideWorker }),
  );
  const tests = once(async () => {
    const begun = (await load('tests')).startTests(context, log());
    lights.coverages.tell(begun.coverages);
    return begun;
  });
  const hovers = once(async () => (await load('hovers')).createWayHovers());
  const flows = once(async () => {
    // Menus of Source Control do not know what a file is.
    void vscode.commands.executeCommand('setContext', 'voipbin.hasFlows', true);
    // VS Code lists a sign-in only after `calls` has registered its provider.
    const isSignedIn = ((await context.secrets.get(sessionsKey)) ?? '[]') !== '[]';
    await Promise.all([detection(), status(), language(), ...(isSignedIn ? [calls()] : [])]);
    // The provider that registers last is shown first: what calls do here, above what the language server says about the type.
    const provideHover: vscode.HoverProvider['provideHover'] = async (...asked) =>
      (await hovers()).provideHover(...asked);
    subscriptions.push(vscode.languages.registerHoverProvider({ language: languageId }, { provideHover }));
  });
  const logged = (loading: Promise<unknown>) =>
    loading.catch((error: unknown) => log().error(error instanceof Error ? error : String(error)));

  const own: Commands = {
    'voipbin.showLog': () => log().show(),
  };
  const partOf = async (id: string): Promise<{ readonly commands: Commands }> => {
    if (own[id]) return { commands: own };
    if (id === 'voipbin.generateTests') return tests();
    if (ofDebugger.includes(id)) return debug();
    if (ofPicture.includes(id)) return picture();
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
    if (isTestFileName(document.uri.path)) return logged(Promise.all([tests(), language()]));
    return mayBeFlow(document) ? logged(detection()) : undefined;
  };
  subscriptions.push(
    views.call.view,
    views.ways.view,
    vscode.window.registerWebviewPanelSerializer(phoneViewType, {
      deserializeWebviewPanel: async (panel) => (await calls()).bringPhoneBack(panel),
    }),
    vscode.debug.registerDebugConfigurationProvider(debugType, {
      resolveDebugConfiguration: async (_, given) => (await debug()).resolve(given),
    }),
    vscode.debug.registerDebugAdapterDescriptorFactory(debugType, {
      createDebugAdapterDescriptor: async () => (await debug()).adapter(),
    }),
    vscode.window.registerWebviewPanelSerializer(pictureViewType, {
      deserializeWebviewPanel: async (panel, state) => (await picture()).bringBack(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer(changesViewType, {
      deserializeWebviewPanel: async (panel, state) => (await picture()).changes.bringBack(panel, state),
    }),
    vscode.window.registerCustomEditorProvider(
      pictureEditorType,
      { resolveCustomTextEditor: async (document, panel) => (await picture()).fillEditor(document, panel) },
      { webviewOptions: { retainContextWhenHidden: true }, supportsMultipleEditorsPerDocument: true },
    ),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look),
  );
  const wasUsed = [runsKey, linksKey].some((key) => Object.keys(context.workspaceState.get(key, {})).length > 0);
  const lookForTests = async () => {
    const [found] = await vscode.workspace.findFiles(testFiles, filesOfTools, 1);
    if (found) await tests();
  };
  void logged(lookForTests());
  await Promise.all([...vscode.workspace.textDocuments.map(look), ...(wasUsed ? [logged(calls())] : [])]);
  return context.extensionMode === vscode.ExtensionMode.Test ? { language, calls, picture, tests } : undefined;
}

export type Activated = NonNullable<Awaited<ReturnType<typeof activateExtension>>>;

/** Whether a JSON document is worth loading the detection of flows. */
function mayBeFlow(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'json' && document.languageId !== 'jsonc') return false;
  if (settingsFor(document).get('detectFlows') === 'off') return false;
  const text = document.getText();
  return text.length <= longestRead && mayBeFlowText(text);
}

function commandIds({ extension }: vscode.ExtensionContext): readonly string[] {
  const { contributes } = extension.packageJSON as { contributes: { commands: readonly { command: string }[] } };
  return contributes.commands.map(({ command }) => command);
}

/** Runs on the first call, and returns the same result from then on. */
function once<T>(begin: () => T): () => T {
  let begun: { readonly result: T } | undefined;
  return () => {
    begun ??= { result: begin() };
    return begun.result;
  };
}
