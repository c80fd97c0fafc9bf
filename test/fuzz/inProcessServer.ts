import { PassThrough } from 'node:stream';
import {
  type ConnectionOptions,
  createConnection,
  createProtocolConnection,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  ProposedFeatures,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { countingIds } from '../../flow/simulator/ids';
import { startServer } from '../../server/lsp/startServer';

/** The language server in this process, spoken to over the protocol. It waits for nothing: its timers ring at once. */
export interface InProcessServer {
  readonly client: ProtocolConnection;
  /** What it logged as an error. */
  readonly errors: readonly string[];
  /** The diagnostics of that version, as soon as they were sent. */
  diagnostics(uri: string, version: number): Promise<PublishDiagnosticsParams>;
  dispose(): void;
}

const clientCapabilities: InitializeParams['capabilities'] = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
  },
};

/** Starts one and greets it. */
export async function startInProcess(): Promise<InProcessServer> {
  const there = new PassThrough();
  const back = new PassThrough();
  const connect = (options: ConnectionOptions) =>
    createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back), options);
  const serverSide = startServer(connect, {
    now: () => 0,
    after(_ms, run) {
      const immediate = setImmediate(run);
      return () => clearImmediate(immediate);
    },
    newId: countingIds(),
  });

  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const errors: string[] = [];
  const seen = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  const keyOf = (uri: string, version: number | undefined) => `${version} ${uri}`;
  client.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const key = keyOf(params.uri, params.version);
    seen.set(key, params);
    waiting.get(key)?.(params);
    waiting.delete(key);
  });
  client.listen();
  await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: clientCapabilities,
  });
  await client.sendNotification(InitializedNotification.type, {});
  return {
    client,
    errors,
    diagnostics: (uri, version) =>
      new Promise((resolve) => {
        const known = seen.get(keyOf(uri, version));
        if (known) resolve(known);
        else waiting.set(keyOf(uri, version), resolve);
      }),
    dispose() {
      client.dispose();
      serverSide.dispose();
    },
  };
}
