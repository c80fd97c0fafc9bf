import {
  type Connection,
  type ConnectionOptions,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { checkSettingsOf } from '../../flow/settings/settings';
import { diagnostics } from '../features';
import { statusNotification } from '../protocol';
import { type Abilities, readAbilities } from './abilities';
import { answerRequests } from './answerRequests';
import { diagnosticsFor } from './answers/diagnostics';
import { capabilitiesFor } from './capabilities';
import { createDiagnosticsQueue, type Timers } from './diagnosticsQueue';
import { type FlowDocument, flowDocuments } from './flowDocument';
import { createLifecycle } from './lifecycle';
import { createSettingsSource } from './settingsSource';
import { statusOf } from './statusOf';
import { createWaitingRequests } from './waitingRequests';

/** What a host gives the server besides the connection. */
export interface Host extends Timers {
  /** Time in ms, from any point on. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Whether a process of this machine can be seen; missing where there are none. */
  readonly isProcess?: (id: number) => boolean;
}

/** Serves one client on a connection, which it returns, until that closes: Node and web workers differ in the host alone. */
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
  let abilities: Abilities = readAbilities({ capabilities: {} } as InitializeParams);
  const documents = new TextDocuments<FlowDocument>(flowDocuments(() => abilities.encoding));
  const marked = new Set<string>();

  /** What is sent and refused, or meets a client that has gone, is no reason to end. */
  const tell = (sent: Promise<unknown>) =>
    void sent.catch((error: unknown) => log.info(`the client did not take a message: ${String(error)}`));

  const settings = createSettingsSource(
    (uri) => connection.workspace.getConfiguration({ scopeUri: uri, section: 'voipbin' }),
    host,
    (uri) => queue.add(uri),
  );
  const flow = (uri: string): FlowDocument | undefined => {
    const document = documents.get(uri);
    if (!document || document.isNamedFlow) return document;
    // What a file is called leaves open what is in it: `package.json` is none of ours.
    return settings.known(uri).detectFlows !== 'off' && document.looksLikeFlow ? document : undefined;
  };

  const check = async (uri: string) => {
    const current = await settings.of(uri);
    const document = flow(uri);
    if (!document) {
      if (marked.delete(uri)) tell(connection.sendDiagnostics({ uri, diagnostics: [] }));
      return undefined;
    }
    const start = host.now();
    const found = diagnostics(document.model, checkSettingsOf(current), document);
    const duration = host.now() - start;
    marked.add(uri);
    tell(connection.sendDiagnostics(diagnosticsFor(uri, document.version, found, abilities)));
    if (abilities.status) tell(connection.sendNotification(statusNotification, statusOf(document, found, duration)));
    return document.text.length;
  };
  const queue = createDiagnosticsQueue(host, (uri) =>
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
    for (const document of documents.all()) queue.add(document.uri);
  });

  documents.onDidChangeContent(({ document }) => queue.add(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    queue.drop(uri);
    settings.forget(uri);
    if (marked.delete(uri)) tell(connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  answerRequests(connection, { flow, abilities: () => abilities, settings, waiting, newId: host.newId });
  lifecycle.guard(connection);
  documents.listen(connection);
  connection.listen();
  return connection;
}
