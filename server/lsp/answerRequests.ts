import {
  type CancellationToken,
  type Connection,
  type FormattingOptions,
  type Range,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { inlayHintKindsOf, type Settings } from '../../flow';
import {
  asksForRefactorings,
  carryTests,
  codeActions,
  codeLenses,
  completion,
  definition,
  documentHighlight,
  documentLinks,
  documentSymbols,
  foldingRanges,
  formatting,
  hover,
  incomingCalls,
  inlayHints,
  isTouched,
  linkedEditingRange,
  onTypeFormatting,
  outgoingCalls,
  prepareCallHierarchy,
  prepareRename,
  references,
  rename,
  renameFiles,
  resolveCodeAction,
  selectionRanges,
  semanticTokens,
  workspaceSymbols,
} from '../features';
import { newFlowFile } from '../workspace/newFlowFile';
import type { WorkspaceDocument } from '../workspace/workspace';
import type { Abilities } from './abilities';
import { codeActionsFor, readContext, readFixOrder, readUnresolved } from './answers/codeActions';
import { completionContext, completionFor } from './answers/completion';
import { definitionFor } from './answers/definition';
import { documentSymbolsFor } from './answers/documentSymbols';
import { orError, outdated } from './answers/errors';
import { foldingRangesFor } from './answers/foldingRanges';
import { followFlow } from './answers/followFlow';
import { hoverFor } from './answers/hover';
import { versionAmong, workspaceEditFor } from './answers/workspaceEdits';
import { answerTests } from './answerTests';
import type { ServerDesk } from './desk';
import type { FlowDocument } from './flowDocument';
import { runSafe, runSafeLater } from './runSafe';

/** For a client that asks for no layout. */
const usualLayout = { tabSize: 2, insertSpaces: true };

/** What is answered when edits came while a request waited: an error, what holds for the newest text, or what held for the text that was asked about. */
type Overtaken = 'refused' | 'newest' | 'asked';

/** Answers each request from its feature, in the form that the client takes. */
export function answerRequests(connection: Connection, desk: ServerDesk): void {
  const { flow, test, abilities, settings, checkSettings, testFiles, waiting, workspace, newId } = desk;
  const tests = answerTests(connection, desk);
  type In = { textDocument: { uri: string } };
  /** The answer for an open flow; null for everything else. Places of an older text would be shown, or changed, at the wrong places of the newest. */
  const on = async <T>(
    what: string,
    { textDocument: { uri } }: In,
    token: CancellationToken,
    answer: (document: FlowDocument, abilities: Abilities) => T,
    overtaken: Overtaken = 'refused',
  ): Promise<T | null | ResponseError> => {
    const asked = flow(uri);
    if (asked && !(await waiting.turn(what, asked))) return outdated(what);
    const newest = flow(uri);
    if (newest !== asked && overtaken === 'refused') return outdated(what);
    const document = overtaken === 'newest' ? (newest ?? asked) : asked;
    return runSafe(connection.console, what, null, token, () => (document ? answer(document, abilities()) : null));
  };
  /** The same for what depends on settings, which a client may be slow to tell. */
  const withSettings = async <T>(
    what: string,
    params: In,
    token: CancellationToken,
    answer: (document: FlowDocument, current: Settings, abilities: Abilities) => T,
    overtaken: Overtaken = 'refused',
  ): Promise<T | null | ResponseError> => {
    const { uri } = params.textDocument;
    const asked = flow(uri);
    const current = await settings.of(uri);
    if (flow(uri) !== asked && overtaken === 'refused') return outdated(what);
    return on(what, params, token, (document, takes) => answer(document, current, takes), overtaken);
  };
  const newFileFor = ({ uri, version }: FlowDocument) => ({
    version,
    uri: (words: readonly string[]) => newFlowFile(workspace, uri, words),
  });
  /** The test files of an open flow, whose text stays the same while they are read. */
  const testsFor = async (what: string, { textDocument: { uri } }: In, token: CancellationToken) => {
    const asked = flow(uri);
    const read = await runSafeLater(connection.console, what, [], token, async () =>
      // Without ids no test can name an action by one, and a workspace can have many test files. What is not an id can become a name.
      asked?.model.actions.some(({ idNode }) => idNode) ? await testFiles.testsOf(asked.uri) : [],
    );
    return flow(uri) === asked ? read : outdated(what);
  };
  const layOut = (document: FlowDocument, range: Range | undefined, options: FormattingOptions) =>
    formatting(document, range, { ...usualLayout, ...options });
  const versioned = (edit: WorkspaceEdit | ResponseError | null) =>
    edit === null || edit instanceof ResponseError ? edit : workspaceEditFor(edit, abilities(), versionOf);
  const versionOf = (uri: string) => (flow(uri) ?? test(uri))?.version ?? null;
  const at = <T>(
    what: string,
    params: TextDocumentPositionParams,
    token: CancellationToken,
    answer: (document: FlowDocument, offset: number, abilities: Abilities) => T,
    overtaken?: Overtaken,
  ) =>
    on(
      what,
      params,
      token,
      (document, takes) => answer(document, document.offsetAt(params.position), takes),
      overtaken,
    );

  /** An action of a hierarchy can be in a file that is not open. */
  const onItem = <T>(
    what: string,
    { uri }: { readonly uri: string },
    token: CancellationToken,
    answer: (document: WorkspaceDocument) => T,
  ): Promise<T | null | ResponseError> => {
    const closed = flow(uri) ? undefined : workspace.file(uri);
    if (!closed) return on(what, { textDocument: { uri } }, token, answer);
    return Promise.resolve(runSafe(connection.console, what, null, token, () => answer(closed.read())));
  };

  connection.onCompletion((params, token) => {
    const complete = (document: FlowDocument, offset: number, takes: Abilities) => {
      return completionFor(completion(offset, completionContext(document, params, takes, desk)), takes);
    };
    // Clients keep a list while a word is typed on.
    return tests.completion(params, token) ?? at('completion', params, token, complete, 'asked');
  });
  connection.onHover(
    (params, token) =>
      tests.hover(params, token) ??
      at('hover', params, token, (document, offset, takes) => hoverFor(hover(document, offset, workspace), takes)),
  );
  connection.onDefinition(
    (params, token) =>
      tests.definition(params, token) ??
      at('definition', params, token, (document, offset, takes) =>
        definitionFor(definition(document, offset, workspace), takes),
      ),
  );
  connection.onReferences(async (params, token) => {
    const ofTest = tests.references(params, token);
    if (ofTest) return ofTest;
    const asked = flow(params.textDocument.uri);
    const own = await at('references', params, token, (document, offset) =>
      references(document, offset, params.context ?? { includeDeclaration: true }, workspace),
    );
    if (!asked || !own || own instanceof ResponseError) return own;
    const fromTests = await tests.referencesTo(asked, params.position);
    return flow(asked.uri) === asked ? [...own, ...fromTests] : outdated('references');
  });
  connection.onPrepareRename(
    (params, token) =>
      tests.prepareRename(params, token) ??
      at('prepare rename', params, token, (document, offset) => orError(prepareRename(document, offset))),
  );
  connection.onRenameRequest(async (params, token) => {
    const ofTest = tests.rename(params, token);
    if (ofTest) return ofTest.then(versioned);
    const asked = flow(params.textDocument.uri);
    const own = await at('rename', params, token, (document, offset) =>
      orError(rename(document, offset, params.newName, workspace)),
    );
    if (!asked || !own || own instanceof ResponseError) return own;
    const whole = await tests.renamedFrom(asked, params.position, own);
    return flow(asked.uri) === asked ? versioned(whole) : outdated('rename');
  });
  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    const edit = await runSafeLater(connection.console, 'renaming files', null, token, async () => {
      const moved = await testFiles.touchedBy(files.map(({ oldUri }) => oldUri));
      const touched = moved.filter(({ uri }) => isTouched(uri, files));
      const flows = touched.map(async (test) => [test.uri, (await testFiles.flowOf(test)).document?.uri] as const);
      const flowOf = new Map(await Promise.all(flows));
      return versioned(renameFiles(files, moved, (uri) => flowOf.get(uri)));
    });
    return edit instanceof ResponseError ? null : edit;
  });
  connection.onDocumentHighlight((params, token) => at('highlights', params, token, documentHighlight));
  connection.onDocumentSymbol((params, token) =>
    on(
      'symbols',
      params,
      token,
      (document, takes) => documentSymbolsFor(documentSymbols(document), document.uri, takes),
      'newest',
    ),
  );
  connection.onFoldingRanges((params, token) =>
    on('folding', params, token, (document, takes) => foldingRangesFor(foldingRanges(document), takes), 'newest'),
  );
  connection.onSelectionRanges((params, token) =>
    on('selection ranges', params, token, (document) => selectionRanges(document, params.positions)),
  );
  connection.onDocumentFormatting((params, token) =>
    on('formatting', params, token, (document) => layOut(document, undefined, params.options)),
  );
  connection.onDocumentRangeFormatting((params, token) =>
    on('range formatting', params, token, (document) => layOut(document, params.range, params.options)),
  );
  connection.onDocumentOnTypeFormatting((params, token) =>
    at('on-type formatting', params, token, (document, offset) =>
      onTypeFormatting(document, offset, { ...usualLayout, ...params.options }),
    ),
  );
  connection.onCodeLens((params, token) => {
    const list = (document: FlowDocument, { codeLens }: Settings, { commands }: Abilities) =>
      codeLens ? codeLenses(document, { ...commands, workspace }) : [];
    return withSettings('lenses', params, token, list, 'newest');
  });
  connection.onDocumentLinks((params, token) =>
    on('links', params, token, (document) => documentLinks(document, workspace), 'newest'),
  );
  connection.languages.onLinkedEditingRange((params, token) => at('linked editing', params, token, linkedEditingRange));
  connection.languages.semanticTokens.on(
    async (params, token) => (await on('semantic tokens', params, token, semanticTokens, 'newest')) ?? { data: [] },
  );
  connection.languages.callHierarchy.onPrepare((params, token) =>
    at('call hierarchy', params, token, prepareCallHierarchy),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }, token) =>
    onItem('incoming calls', item, token, (document) => incomingCalls(document, item, workspace)),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }, token) =>
    onItem('outgoing calls', item, token, (document) => outgoingCalls(document, item, workspace)),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafe(connection.console, 'workspace symbols', null, token, () =>
      workspaceSymbols(workspace, String(query ?? '')),
    ),
  );
  connection.languages.inlayHint.on((params, token) => {
    const list = (document: FlowDocument, current: Settings) =>
      inlayHints(document, params.range, inlayHintKindsOf(current), workspace);
    return withSettings('inlay hints', params, token, list, 'newest');
  });
  connection.onCodeAction(async (params, token) => {
    const ofTest = tests.codeActions(params, token);
    if (ofTest) return ofTest;
    const what = 'code actions';
    const context = readContext(params.context);
    // Their titles say what becomes of tests, and a fix can change what a test names.
    const mayChange = asksForRefactorings(context) || context.diagnostics.length > 0;
    const tested = mayChange ? await testsFor(what, params, token) : [];
    if (tested instanceof ResponseError) return tested;
    return withSettings(what, params, token, (document, current, takes) => {
      const host = {
        document,
        settings: checkSettings(document.uri, current),
        newId,
        resolves: takes.resolvesActions,
        showsDisabled: takes.disabledActions,
        renamesFiles: takes.renamesFiles,
        ...takes.commands,
        workspace,
        newFile: takes.createsFiles ? newFileFor(document) : undefined,
        tests: tested,
      };
      // Others ask for these changes when they give a file its new name.
      const followed = (edit: WorkspaceEdit) => (takes.asksBeforeRenames ? edit : followFlow(edit, tested));
      const found = codeActions(params.range, context, host).map((action) =>
        action.edit ? { ...action, edit: followed(carryTests(action.edit, document, host.tests)) } : action,
      );
      return codeActionsFor(found, takes, document, tested);
    });
  });
  connection.onCodeActionResolve(async (action, token) => {
    const chosen = readUnresolved(action);
    if (!chosen) return action;
    const what = 'a code action';
    const tested = await testsFor(what, { textDocument: chosen }, token);
    if (tested instanceof ResponseError) return tested;
    const resolved = await withSettings(what, { textDocument: chosen }, token, (document, current, takes) => {
      // Its range would be another place of this text.
      if (document.version !== chosen.version) return outdated(what);
      const whole = resolveCodeAction(action, {
        document,
        settings: checkSettings(document.uri, current),
        newId,
        newFile: newFileFor(document),
        tests: tested,
      });
      const edit = whole.edit && carryTests(whole.edit, document, tested);
      return edit ? { ...whole, edit: workspaceEditFor(edit, takes, versionAmong([document, ...tested])) } : whole;
    });
    return resolved ?? action;
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const order = readFixOrder(command, given);
    // A fix that was made for another text would tear this one apart.
    const isCurrent = () => order !== undefined && versionOf(order.uri) === order.version;
    if (!order || !isCurrent()) return null;
    const edit = { changes: { [order.uri]: [...order.edits] } };
    const changed = flow(order.uri);
    const whole = changed ? carryTests(edit, changed, await tests.testsOf(changed)) : edit;
    if (isCurrent()) await connection.workspace.applyEdit(workspaceEditFor(whole, abilities(), versionOf));
    return null;
  });
}
