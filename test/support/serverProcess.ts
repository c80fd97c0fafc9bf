import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { bundle } from './bundle';
import { everyCapability } from './clientCapabilities';
import { root } from './repository';

// Before any test, so that none of them waits for a build.
bundle('dist/server.js');

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  readonly result: InitializeResult;
  readonly child: ChildProcess;
  /** What the server logged as an error; a test that ends with any of it has found a bug. */
  readonly errors: string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** The next diagnostics of a document that satisfy the condition, also when they have come already. */
  diagnostics(uri: string, holds?: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  stop(): Promise<number | null>;
}

/** Starts the built language server over standard input and output and greets it. */
export async function startServerProcess(
  command: readonly string[] = ['dist/server.js', '--stdio'],
  capabilities: InitializeParams['capabilities'] = everyCapability,
  processId: number | undefined = process.pid,
): Promise<ServerProcess> {
  const [file = '', ...args] = command;
  const child = spawn(process.execPath, [bundle(file), ...args], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const seen: PublishDiagnosticsParams[] = [];
  let waiting: (() => void)[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    seen.push(params);
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  });
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();
  const result = await connection.sendRequest(InitializeRequest.type, {
    processId,
    rootUri: null,
    capabilities,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    result,
    child,
    errors,
    open: (uri, text, languageId = 'voipbin-flow') =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    async diagnostics(uri, holds = () => true) {
      for (;;) {
        const found = seen.find((params) => params.uri === uri && holds(params));
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      return exited;
    },
  };
}
