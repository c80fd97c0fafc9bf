import {
  CodeLensRefreshRequest,
  type Connection,
  type ConnectionOptions,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { type CheckSettings, type Clock, checkSettingsOf, isTestFileName, type Settings } from '../../flow';
import { diagnostics } from '../features';
import { languageId, statusNotification } from '../protocol';
import { createWorkspace } from '../workspace/workspace';
import { type Abilities, readAbilities } from './abilities';
import { answerPulls } from './answerPulls';
import { answerRequests } from './answerRequests';
import { diagnosticsFor } from './answers/diagnostics';
import { capabilitiesFor } from './capabilities';
import { createClosedChecks } from './closedChecks';
import { answerClosedFiles } from './closedFiles';
import { createDiagnosticsQueue } from './diagnosticsQueue';
import { createFiles, type ReadFile } from './files';
import { findingsOfTest } from './findingsOfTest';
import { type FlowDocument, flowDocuments } from './flowDocument';
import { createLifecycle } from './lifecycle';
import { createLinkedChecks } from './linkedChecks';
import { safeTimers } from './runSafe';
import { createSettingsSource } from './settingsSource';
import { statusOf } from './statusOf';
import { createTestFiles } from './testFiles';
import { createWaitingRequests } from './waitingRequests';

/** What a host gives the server besides the connection. */
export interface Host extends Clock {
  readonly newId: () => string;
  /** Whether a process of this machine can be seen; missing if the host has none. */
  readonly isProcess?: (id: number) => boolean;
  /** Missing if the host has no files. */
  readonly readFile?: ReadFile;
}

/** Serves one client on a connection until it closes, and returns the connection. Node and web workers differ only in the host. */
export function startServer(connect: (options: ConnectionOptions) => Connection, host: Host): Connection {
  const lifecycle = createLifecycle(host.isProcess);
  const waiting = createWaitingRequests();
  const connection = connect({
    messageStrategy: {
      handleMessage(message, next) {
        waiting.note(message);
        return lifecycle.messageStrategy.handleMessage(message, next);
      },
    },
  });
  const log = connection.console;
  const timers = safeTimers(log, host);
  let abilities: Abilities = readAbilities({ capabilities: {} } as InitializeParams);
  const texts = flowDocuments(() => abilities.encoding);
  const documents = new TextDocuments<FlowDocument>(texts);
  const marked = new Set<string>();

  /** A message that the client refuses, or that comes after the client has left, does not end the server. */
  const tell = (sent: Promise<unknown>) =>
    void sent.catch((error: unknown) => log.info(`the client did not accept a message: ${String(error)}`));

  const settings = createSettingsSource(
    (uri) => connection.workspace.getConfiguration({ scopeUri: uri, section: 'voipbin' }),
    timers,
    (uri) => queue.add(uri),
  );
  const files = createFiles(connection, {
    open: () => documents.all(),
    create: texts.create,
    readsFiles: () => abilities.readsFiles,
    readFile: host.readFile,
  });
  const testFiles = createTestFiles(files, () => documents.all());
  const test = (uri: string) => (isTestFileName(uri) ? documents.get(uri) : undefined);
  const flow = (uri: string): FlowDocument | undefined => {
    const document = isTestFileName(uri) ? undefined : documents.get(uri);
    if (!document || document.isNamedFlow) return document;
    // The name does not say whether a JSON file is a flow: `package.json` is not.
    return settings.known(uri).detectFlows !== 'off' && document.looksLikeFlow ? document : undefined;
  };

  const checkSettings = (uri: string, current: Settings): CheckSettings => {
    const variables = linked.of(uri);
    linked.made(uri, variables);
    return { ...checkSettingsOf(current), linked: variables };
  };

  const checkTest = async (document: FlowDocument) => {
    const found = await findingsOfTest(document, testFiles);
    const { uri, version, text } = document;
    // Reading the flow took time, and a newer text is already checked.
    if (documents.get(uri) !== document) return undefined;
    marked.add(uri);
    tell(connection.sendDiagnostics(diagnosticsFor(uri, version, found, abilities)));
    return text.length;
  };
  const check = async (uri: string) => {
    const ofTest = test(uri);
    if (ofTest) return abilities.pullsDiagnostics ? undefined : checkTest(ofTest);
    const current = await settings.of(uri);
    const document = flow(uri);
    if (!document) {
      if (marked.delete(uri)) tell(connection.sendDiagnostics({ uri, diagnostics: [] }));
      return undefined;
    }
    const start = host.now();
    const found = diagnostics(document, checkSettings(uri, current));
    const duration = host.now() - start;
    marked.add(uri);
    if (!abilities.pullsDiagnostics)
      tell(connection.sendDiagnostics(diagnosticsFor(uri, document.version, found, abilities)));
    if (abilities.status) tell(connection.sendNotification(statusNotification, statusOf(document, found, duration)));
    return document.text.length;
  };
  const queue = createDiagnosticsQueue(timers, (uri) =>
    check(uri).catch((error: unknown) => {
      log.error(`checking ${uri} failed: ${String(error)}`);
      return undefined;
    }),
  );

  connection.onInitialize((params): InitializeResult => {
    abilities = readAbilities(params);
    settings.begin(params.initializationOptions, abilities.pullsSettings);
    return { capabilities: capabilitiesFor(abilities), serverInfo: { name: 'VoIPbin Flow' } };
  });
  connection.onInitialized(() => {
    if (abilities.registersSettings) {
      tell(connection.client.register(DidChangeConfigurationNotification.type, { section: 'voipbin' }));
    }
  });
  connection.onDidChangeConfiguration((change) => {
    settings.change(change.settings);
    closedChecks.outdateAll();
    for (const document of documents.all()) queue.add(document.uri);
    refresh();
  });

  /** The text of a flow decides the findings of its test files. */
  const checkTestsOf = (uri: string) => {
    if (isTestFileName(uri)) return;
    for (const document of documents.all()) if (isTestFileName(document.uri)) queue.add(document.uri);
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    queue.add(uri);
    checkTestsOf(uri);
    linked.look();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) checkTestsOf(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    checkTestsOf(uri);
    queue.drop(uri);
    settings.forget(uri);
    linked.drop(uri);
    closedChecks.outdate(uri);
    linked.look();
    if (marked.delete(uri)) tell(connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  /** Asks the editor to request again what it shows, after settings changed. */
  const refreshShown = () => {
    if (abilities.refreshes.codeLenses) tell(connection.sendRequest(CodeLensRefreshRequest.type));
    if (abilities.refreshes.inlayHints) tell(connection.languages.inlayHint.refresh());
  };
  const refresh = () => {
    refreshShown();
    if (abilities.pullsDiagnostics && abilities.refreshes.diagnostics) tell(connection.languages.diagnostics.refresh());
  };
  const flows = () => documents.all().flatMap(({ uri }) => flow(uri) ?? []);
  const tests = () => documents.all().flatMap(({ uri }) => test(uri) ?? []);

  const isOpen = (uri: string) => documents.get(uri) !== undefined;
  const read = (uri: string, text: string) => texts.create(uri, languageId, 0, text);
  const workspace = createWorkspace({ open: flows, openFlow: flow, isOpen, read });
  const makeAnew = (uris: readonly string[]) => {
    for (const uri of uris) {
      if (isOpen(uri)) queue.add(uri);
      else closedChecks.outdate(uri);
      if (!isOpen(uri)) tell(showClosed(uri));
    }
    if (abilities.pullsDiagnostics && abilities.refreshes.diagnostics) tell(connection.languages.diagnostics.refresh());
  };
  const linked = createLinkedChecks(timers, workspace, makeAnew, refreshShown);
  const closedChecks = createClosedChecks({
    console: connection.console,
    isOpen,
    workspace,
    settings,
    linked,
    testFiles,
  });
  const desk = {
    flow,
    flows,
    test,
    tests,
    testFiles,
    abilities: () => abilities,
    settings,
    checkSettings,
    waiting,
    workspace,
    newId: host.newId,
  };
  answerRequests(connection, desk);
  answerPulls(connection, desk, closedChecks);
  const showClosed = answerClosedFiles(connection, {
    isOpen,
    read,
    abilities: () => abilities,
    workspace,
    checks: closedChecks,
    testFiles,
    onFlow: linked.look,
    onLinks() {
      refresh();
      linked.look();
    },
  });
  lifecycle.guard(connection);
  documents.listen(connection);
  connection.listen();
  return connection;
}
