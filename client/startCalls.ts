/** Everything about running flows: profiles and sign-in, the local VoIPbin, the phone, the commands, and what shows the calls. */
import * as vscode from 'vscode';
import type { FlowToUse } from '../server/protocol';
import { systemClock } from './api/clock';
import type { Credentials } from './api/credentials';
import type { SignInPrompts } from './auth/askCredentials';
import { registerAuthentication } from './auth/registerAuthentication';
import { signInPrompts } from './auth/signInPrompts';
import type { CallRow } from './callPanel/callTree';
import { type ShownPlace, showAction, showCallPanel } from './callPanel/showCallPanel';
import type { Accounts } from './commands/accounts';
import { attachFlow } from './commands/attachFlow';
import { callFlow } from './commands/callFlow';
import { callNumber, messageNumber } from './commands/callNumber';
import { chooseWorld } from './commands/chooseWorld';
import type { CommandContext, Connection } from './commands/context';
import { copyPath } from './commands/copyPath';
import { copyPlainFlow } from './commands/copyPlainFlow';
import { detachFlow } from './commands/detachFlow';
import { hangUp } from './commands/hangUp';
import { newFlow } from './commands/newFlow';
import { openFlow } from './commands/openFlow';
import { playHere, type Spot } from './commands/playHere';
import { recordTest } from './commands/recordTest';
import { registerFlow } from './commands/registerFlow';
import { resumeRuns } from './commands/resumeRuns';
import { runActiveflow } from './commands/runActiveflow';
import { runCall } from './commands/runCall';
import { setTime } from './commands/setTime';
import { playWay, showWays } from './commands/showWays';
import { signIn, signOut, switchProfile } from './commands/signIn';
import { type PlayedOn, simulate } from './commands/simulate';
import { updateFlow } from './commands/updateFlow';
import { useFlow } from './commands/useFlow';
import { createPhonePlayer } from './debug/playOnPhone';
import type { Links } from './links';
import { keepLocalState, keptLocalState } from './localProfile/localState';
import { createLocalVoipbin, type LocalVoipbin } from './localProfile/localVoipbin';
import { linksKey } from './memory';
import { createMilestones, milestoneOf } from './milestones';
import { connectSandbox } from './phone/connectSandbox';
import { createPhone, type LivePhone } from './phone/createPhone';
import { followFlowBeside } from './phone/flowBeside';
import { createPhonePanel, type ShownPhone } from './phone/phonePanel';
import type { Network } from './profiles/network';
import { openApi } from './profiles/openApi';
import { localProfile, type Profile } from './profiles/profile';
import { createProfiles } from './profiles/profiles';
import type { DialledNumber } from './run/dialRefusal';
import { createFlowLinks } from './run/flowLinks';
import { keepRuns } from './run/keptRuns';
import { isOver, runName } from './run/run';
import { createRuns, type Runs } from './run/runs';
import { createShownMarks, type ShownMarks } from './run/shownMarks';
import { createWays, type ShownEnd, type ShownWays } from './run/ways';
import { testsBeside } from './tests/writeCases';
import { showEditorMarks } from './ui/editorMarks';
import { type Commands, guardCommands } from './ui/guardCommands';
import { keepFlowLinks } from './ui/keepFlowLinks';
import { showLinkedFlows } from './ui/linkedFlows';
import { showRunStatus } from './ui/runStatus';
import { showTexts } from './ui/shownTexts';
import { vscodeDocuments } from './ui/vscodeDocuments';
import { vscodeUi } from './ui/vscodeUi';
import type { Views } from './views';
import { showWaysView } from './waysView/showWaysView';
import type { WayRow } from './waysView/waysTree';

/** What other parts of the extension, and its tests in VS Code, may look at. */
export interface Calls {
  readonly runs: Runs;
  readonly marks: ShownMarks;
  readonly ways: ShownWays;
  readonly local: LocalVoipbin;
  readonly phone: LivePhone;
  readonly showPhone: (options?: ShownPhone) => Promise<void>;
  readonly commands: Commands;
  /** Fills the panel of a phone that VS Code brings back after a reload. */
  readonly bringPhoneBack: (panel: vscode.WebviewPanel) => void;
  /** The questions of signing in, which VS Code's own process cannot answer. */
  readonly prompts: SignInPrompts;
}

/** Begins to follow and to show calls; `network` says how servers are reached from here. What it registers ends with the context. */
export function startCallsOver(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  network: Network,
  views: Views,
  { registered, lens }: Links,
): Calls {
  const profiles = createProfiles(context);
  const linksChanged = new vscode.EventEmitter<void>();
  const memory = {
    get: (key: string) => context.workspaceState.get(key),
    set: async (key: string, value: unknown) => {
      await context.workspaceState.update(key, value);
      if (key === linksKey) linksChanged.fire();
    },
  };
  const links = createFlowLinks(memory);
  const local = createLocalVoipbin((text) => log.debug(text), keptLocalState(memory));
  const runs = createRuns();
  const ways = createWays(systemClock);
  const open = (profile: Profile, credentials?: Credentials, onUnauthorized?: () => Promise<Credentials | undefined>) =>
    openApi(profile, { network, local, credentials, onUnauthorized, clock: systemClock, log });
  const authentication = registerAuthentication(context, {
    profiles,
    prompts: signInPrompts,
    openApi: open,
    clock: systemClock,
    log,
  });

  const connect = async (): Promise<Connection | undefined> => {
    const current = profiles.current();
    if ('problem' in current) throw new Error(current.problem);
    const { profile } = current;
    const credentials = await authentication.credentials(profile, true);
    if (profile.kind !== 'local' && !credentials) return undefined;
    const api = await open(profile, credentials, () => authentication.renew(profile));
    return { profile, api, local: profile.kind === 'local' ? local : undefined };
  };
  const accounts: Accounts = {
    ...profiles,
    signIn: async ({ origin }) => (await authentication.signIn(origin)) !== undefined,
    signOut: async ({ origin }) => (await authentication.signOut({ origin })) !== undefined,
    isSignedIn: async (profile) => (await authentication.credentials(profile, false)) !== undefined,
  };
  const commands: CommandContext = {
    ui: vscodeUi,
    documents: vscodeDocuments(showTexts(context)),
    memory,
    links,
    runs,
    clock: systemClock,
    log,
    connect,
    playOnPhone: (call) => player.play(call),
    connectLocal: async () => ({ profile: localProfile, api: await open(localProfile), local }),
    random: Math.random,
    newId: () => crypto.randomUUID(),
    timeOfDay,
  };

  const flowBeside = followFlowBeside(context);
  const phone = createPhone({
    start: (what) =>
      void vscode.commands.executeCommand(`voipbin.${what}`, what === 'attachFlow' ? undefined : flowBeside()),
    speed: {
      last: () => (memory.get(speedKey) === 'fast' ? 'fast' : 'real'),
      keep: (speed) => void memory.set(speedKey, speed),
    },
    dial: ({ number, from }) => vscode.commands.executeCommand('voipbin.callNumber', { number, from }),
    text: ({ number, from, text }) => vscode.commands.executeCommand('voipbin.messageNumber', { number, from, text }),
  });
  const panel = createPhonePanel(context, phone);
  const isHungUpHere = (id: string) => runs.list().some(({ call, endedHere }) => endedHere === true && call?.id === id);
  phone.connect(connectSandbox(local.sandbox, () => Date.now(), isHungUpHere));
  const player = createPhonePlayer(runs, phone, () => panel.show({ preserveFocus: true }));
  const reached = createMilestones();
  const stopFollowing = runs.onChange((run) => {
    if (run?.call && run.profile === 'local') phone.runs(run.call.id, run.document.name);
    const milestone = run && milestoneOf(run);
    if (milestone) reached(milestone);
  });
  const marks = createShownMarks(runs);
  showEditorMarks(context, marks);
  showRunStatus(context, runs, timeOfDay, () => ({ here: Date.now(), local: phone.now() }));
  showCallPanel(context, views.call, runs, timeOfDay, (run) => marks.show(run));
  showWaysView(context, views.ways, ways);
  keepFlowLinks(context, links);
  const tellLinks = () => registered.tell(links.list());
  tellLinks();
  showLinkedFlows(context, links, profiles, lens, linksChanged.event);
  context.subscriptions.push(
    linksChanged,
    linksChanged.event(tellLinks),
    { dispose: keepRuns(memory, runs, (run) => runName(run, timeOfDay)) },
    { dispose: stopFollowing },
    player,
    { dispose: () => leave(runs, log) },
    { dispose: keepLocalState(local.sandbox, memory, systemClock) },
    { dispose: () => local.sandbox.close() },
  );
  const playAt = async (target: unknown, on: PlayedOn) => {
    const spot = spotOf(target);
    if (spot) await playHere(commands, ways, spot, on);
  };
  const guarded = guardCommands(log, {
    'voipbin.runCall': (target?: unknown) => runCall(commands, uriOf(target)),
    'voipbin.callFlow': (target?: unknown) => callFlow(commands, uriOf(target)),
    'voipbin.callNumber': (dialled?: DialledNumber) => dialled && callNumber(commands, dialled),
    'voipbin.messageNumber': (message?: Parameters<typeof messageNumber>[1]) =>
      message && messageNumber(commands, message),
    'voipbin.runActiveflow': (target?: unknown) => runActiveflow(commands, uriOf(target)),
    'voipbin.simulate': (target?: unknown) => simulate(commands, uriOf(target)),
    'voipbin.showWays': (target?: unknown) => showWays(commands, ways, uriOf(target)),
    'voipbin.playWay': (end?: ShownEnd) => end && playWay(commands, ways, end),
    'voipbin.playWayOnPhone': (row?: WayRow) => row?.plays && playWay(commands, ways, row.plays, 'phone'),
    'voipbin.playHere': (target?: unknown) => playAt(target, 'simulator'),
    'voipbin.playHereOnPhone': (target?: unknown) => playAt(target, 'phone'),
    'voipbin.registerFlow': (target?: unknown) => registerFlow(commands, uriOf(target)),
    'voipbin.updateFlow': (target?: unknown) => updateFlow(commands, uriOf(target)),
    'voipbin.useFlow': (wanted?: FlowToUse) => wanted && useFlow(commands, wanted),
    'voipbin.attachFlow': (target?: unknown) => attachFlow(commands, uriOf(target)),
    'voipbin.detachFlow': () => detachFlow(commands),
    'voipbin.setTime': () => setTime(commands),
    'voipbin.chooseWorld': () => chooseWorld(commands),
    'voipbin.newFlow': () => newFlow(commands),
    'voipbin.copyPlainFlow': (target?: unknown) => copyPlainFlow(commands, uriOf(target)),
    'voipbin.openFlow': () => openFlow(commands),
    'voipbin.hangUp': (target?: unknown) => hangUp(commands, runIdOf(target)),
    'voipbin.copyPath': (target?: unknown) => copyPath(commands, runIdOf(target)),
    'voipbin.recordTest': (target?: unknown) => recordTest(commands, testsBeside, runIdOf(target)),
    'voipbin.showAction': (row?: ShownPlace) => row && showAction(runs, row),
    'voipbin.clearMarks': () => marks.show(undefined),
    'voipbin.clearCalls': () => runs.clear(),
    'voipbin.signIn': () => signIn(vscodeUi, accounts),
    'voipbin.signOut': () => signOut(vscodeUi, accounts),
    'voipbin.showPhone': (options?: ShownPhone) => panel.show(options),
    'voipbin.switchProfile': () => switchProfile(vscodeUi, accounts),
  });
  resumeRuns(commands).catch((error: unknown) => log.error(`following earlier calls failed: ${error}`));
  return {
    runs,
    marks,
    ways,
    local,
    phone,
    showPhone: panel.show,
    commands: guarded,
    bringPhoneBack: panel.bringBack,
    prompts: signInPrompts,
  };
}

/** In the state of the workspace: how time runs on the phone. */
const speedKey = 'voipbin.phoneSpeed';

const timeOfDay = (ms: number) =>
  new Date(ms).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Menus hand over a `Uri`, code lenses its text, the command palette nothing. */
function uriOf(target: unknown): string | undefined {
  if (target instanceof vscode.Uri) return target.toString();
  return typeof target === 'string' ? target : undefined;
}

/** A finding hands over where it is; menus and the command palette mean the cursor. */
function spotOf(target: unknown): Spot | undefined {
  if (typeof target === 'object' && target !== null && 'offset' in target) return target as Spot;
  const editor = vscode.window.activeTextEditor;
  return editor && { uri: editor.document.uri.toString(), offset: editor.document.offsetAt(editor.selection.active) };
}

/** The Call view hands over its row, links the id. */
function runIdOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  const { runId } = (typeof target === 'object' && target !== null ? target : {}) as Partial<CallRow>;
  return typeof runId === 'string' ? runId : undefined;
}

/** Closing VS Code hangs up nothing; the next start tells so, too. */
function leave(runs: Runs, log: vscode.LogOutputChannel): void {
  const left = runs.list().filter((run) => !isOver(run) && run.profile !== 'local');
  for (const run of left) log.info(`${runName(run, timeOfDay)} continues: closing VS Code does not hang it up.`);
}
