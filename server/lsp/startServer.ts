import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  type Position,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { checkSettingsOf, readSettings, type Settings } from '../../flow/settings/settings';
import { codeActions } from '../features/codeActions';
import { completion } from '../features/completion';
import { definition } from '../features/definition';
import { diagnostics } from '../features/diagnostics';
import { documentHighlight } from '../features/documentHighlight';
import { documentSymbols } from '../features/documentSymbols';
import { foldingRanges } from '../features/foldingRanges';
import { formatting } from '../features/formatting';
import { hover } from '../features/hover';
import { references } from '../features/references';
import { selectionRanges } from '../features/selectionRanges';
import { statusNotification } from '../protocol';
import { capabilities } from './capabilities';
import { createDiagnosticsQueue, type Timers } from './diagnosticsQueue';
import { type FlowDocument, flowDocuments } from './flowDocument';
import { runSafe } from './runSafe';
import { statusOf } from './statusOf';

/** What a host gives the server besides the connection. */
export interface Host extends Timers {
  /** Time in ms, from any point on. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Serves one client on a connection until it closes: Node and web workers differ in the host alone. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments<FlowDocument>(flowDocuments);
  const settings = new Map<string, Promise<Settings>>();
  const log = connection.console;
  let initial: Settings = readSettings(undefined);
  let pullsSettings = false;
  let snippets = false;

  const settingsFor = (uri: string): Promise<Settings> => {
    if (!pullsSettings) return Promise.resolve(initial);
    let known = settings.get(uri);
    if (!known) {
      known = connection.workspace.getConfiguration({ scopeUri: uri, section: 'voipbin' }).then(readSettings);
      settings.set(uri, known);
    }
    return known;
  };

  const check = async (uri: string) => {
    const current = await settingsFor(uri);
    const document = documents.get(uri);
    if (!document) return undefined;
    const start = host.now();
    const found = diagnostics(document.model, checkSettingsOf(current), document);
    const duration = host.now() - start;
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics: found });
    void connection.sendNotification(statusNotification, statusOf(document, found, duration));
    return duration;
  };
  const queue = createDiagnosticsQueue(host, (uri) =>
    check(uri).catch((error: unknown) => {
      log.error(`checking ${uri} failed: ${String(error)}`);
      return undefined;
    }),
  );

  connection.onInitialize((params): InitializeResult => {
    pullsSettings = params.capabilities.workspace?.configuration === true;
    snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    initial = readSettings(params.initializationOptions);
    return {
      capabilities: { ...capabilities, textDocumentSync: TextDocumentSyncKind.Incremental },
      serverInfo: { name: 'VoIPbin Flow' },
    };
  });
  connection.onInitialized(() => {
    if (pullsSettings) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'voipbin' });
  });
  connection.onDidChangeConfiguration((change) => {
    settings.clear();
    const sent = (change.settings as { voipbin?: unknown } | null)?.voipbin;
    if (!pullsSettings && sent !== undefined) initial = readSettings(sent);
    for (const document of documents.all()) queue.add(document.uri);
  });

  documents.onDidChangeContent(({ document }) => queue.add(document.uri));
  documents.onDidClose(({ document }) => {
    queue.drop(document.uri);
    settings.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  type At = { textDocument: { uri: string }; position: Position };
  const at = <T>(params: At, neutral: T, answer: (document: FlowDocument, offset: number) => T): T => {
    const document = documents.get(params.textDocument.uri);
    return document ? answer(document, document.offsetAt(params.position)) : neutral;
  };
  const on = <T>(params: { textDocument: { uri: string } }, neutral: T, answer: (document: FlowDocument) => T): T => {
    const document = documents.get(params.textDocument.uri);
    return document ? answer(document) : neutral;
  };

  connection.onCompletion((params, token) =>
    runSafe(log, 'completion', null, token, () =>
      at(params, null, (document, offset) =>
        completion(document.model, offset, {
          document,
          snippets,
          newId: host.newId,
          trigger: params.context?.triggerCharacter,
        }),
      ),
    ),
  );
  connection.onHover((params, token) =>
    runSafe(log, 'hover', null, token, () =>
      at(params, null, (document, offset) => hover(document.model, offset, document)),
    ),
  );
  connection.onDefinition((params, token) =>
    runSafe(log, 'definition', null, token, () =>
      at(params, null, (document, offset) => definition(document.model, offset, document)),
    ),
  );
  connection.onReferences((params, token) =>
    runSafe(log, 'references', null, token, () =>
      at(params, null, (document, offset) => references(document.model, offset, document, params.context)),
    ),
  );
  connection.onDocumentHighlight((params, token) =>
    runSafe(log, 'highlights', null, token, () =>
      at(params, null, (document, offset) => documentHighlight(document.model, offset, document)),
    ),
  );
  connection.onDocumentSymbol((params, token) =>
    runSafe(log, 'symbols', null, token, () =>
      on(params, null, (document) => documentSymbols(document.model, document)),
    ),
  );
  connection.onFoldingRanges((params, token) =>
    runSafe(log, 'folding', null, token, () => on(params, null, (document) => foldingRanges(document.model, document))),
  );
  connection.onSelectionRanges((params, token) =>
    runSafe(log, 'selection ranges', null, token, () =>
      on(params, null, (document) => selectionRanges(document.model, params.positions, document)),
    ),
  );
  connection.onDocumentFormatting((params, token) =>
    runSafe(log, 'formatting', null, token, () =>
      on(params, null, (document) => formatting(document.model, undefined, params.options, document)),
    ),
  );
  connection.onDocumentRangeFormatting((params, token) =>
    runSafe(log, 'range formatting', null, token, () =>
      on(params, null, (document) => formatting(document.model, params.range, params.options, document)),
    ),
  );
  connection.onCodeAction(async (params, token) => {
    const current = await settingsFor(params.textDocument.uri);
    return runSafe(log, 'code actions', null, token, () =>
      on(params, null, (document) =>
        codeActions(document.model, params.range, params.context, {
          document,
          settings: checkSettingsOf(current),
          newId: host.newId,
        }),
      ),
    );
  });

  documents.listen(connection);
  connection.listen();
}
