import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Settings } from '../../flow';
import { diagnostics } from '../features';
import { diagnosticsFor } from './answers/diagnostics';
import type { ClosedChecks } from './closedChecks';
import type { ServerDesk } from './desk';
import { findingsOfTest } from './findingsOfTest';
import type { FlowDocument } from './flowDocument';
import { createResultIds } from './resultIds';
import { runSafe } from './runSafe';

/** The text has changed since; the client asks again about the newest. */
const askAgain = () =>
  new ResponseError<DiagnosticServerCancellationData>(LSPErrorCodes.ServerCancelled, 'the text has changed since', {
    retriggerRequest: true,
  });

/**
 * Answers clients that ask for findings, of one document, or of all that are open and the files of the workspace that they told of. An answer about an older text is
 * never given, and what a client has already is not sent again.
 */
export function answerPulls(connection: Connection, desk: ServerDesk, closed: ClosedChecks): void {
  const { flow, flows, test, tests, testFiles, abilities, settings, checkSettings, waiting } = desk;
  const idOf = createResultIds(desk.newId);
  const report = (
    uri: string,
    found: readonly Diagnostic[],
    previous: string | undefined,
  ): DocumentDiagnosticReport => {
    const items = diagnosticsFor(uri, undefined, found, abilities()).diagnostics;
    const resultId = idOf(uri, items);
    return previous === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  };
  const findIn = (document: FlowDocument, current: Settings, token: CancellationToken): readonly Diagnostic[] => {
    const find = () => diagnostics(document, checkSettings(document.uri, current));
    const found = runSafe(connection.console, 'diagnostics', [], token, find);
    return found instanceof ResponseError ? [] : found;
  };

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const ofTest = test(uri);
    if (ofTest) {
      const found = await findingsOfTest(ofTest, testFiles);
      return test(uri) === ofTest ? report(uri, found, previousResultId) : askAgain();
    }
    const document = flow(uri);
    if (!document) {
      const found = await closed.find(uri);
      return found ? report(uri, found, previousResultId) : { kind: 'full', items: [] };
    }
    if (!(await waiting.turn('diagnostics', document)) || token.isCancellationRequested) return askAgain();
    const current = await settings.of(uri);
    return flow(uri) === document ? report(uri, findIn(document, current, token), previousResultId) : askAgain();
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (uri: string, version: number | null, found: readonly Diagnostic[]) =>
      items.push({ ...report(uri, found, previous.get(uri)), uri, version });

    const ofClosed: (readonly [uri: string, found: readonly Diagnostic[]])[] = [];
    for (const uri of closed.list()) {
      const found = await closed.find(uri);
      if (found) ofClosed.push([uri, found]);
      if (token.isCancellationRequested) return { items: [] };
    }
    const ofTests = await Promise.all(
      tests().map(async (document) => [document, await findingsOfTest(document, testFiles)] as const),
    );
    const current = new Map(await Promise.all(flows().map(async ({ uri }) => [uri, await settings.of(uri)] as const)));
    // From here on nothing can come in between.
    const checked = new Set(closed.list());
    for (const [uri, found] of ofClosed) if (checked.has(uri)) add(uri, null, found);
    for (const [document, found] of ofTests)
      if (test(document.uri) === document) add(document.uri, document.version, found);
    for (const document of flows()) {
      const known = current.get(document.uri);
      if (known) add(document.uri, document.version, findIn(document, known, token));
    }
    const open = new Set([...flows(), ...tests()].map(({ uri }) => uri));
    const shown = new Set([...checked, ...open]);
    for (const uri of previous.keys()) if (!shown.has(uri)) items.push({ kind: 'full', items: [], uri, version: null });
    return { items };
  });
}
