import {
  type CancellationToken,
  CodeActionKind,
  type CodeActionParams,
  type CompletionParams,
  type Connection,
  type Position,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameParams,
  type ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  prepareTestRename,
  referencesInTests,
  testCodeActions,
  testCompletion,
  testDefinition,
  testHover,
  testReferences,
  testRename,
  withTests,
} from '../features';
import { findNamed, type Named, variableNamed } from '../text/named';
import { isRefusal } from '../text/renaming';
import { testNameAt } from '../text/testNamed';
import { variableKin } from '../workspace/variableKin';
import { codeActionsFor, readContext } from './answers/codeActions';
import { completionContext, completionFor } from './answers/completion';
import { definitionFor } from './answers/definition';
import { orError, outdated } from './answers/errors';
import { hoverFor } from './answers/hover';
import type { ServerDesk } from './desk';
import type { FlowDocument } from './flowDocument';
import { runSafeLater } from './runSafe';

/** What requests in test files are answered with, and what test files add to the answers about their flow. */
export function answerTests(connection: Connection, desk: ServerDesk) {
  const { test, testFiles, abilities, waiting, workspace } = desk;
  /** The answer in a test file; undefined in every other document. The flow is undefined where it is not there. */
  const inTest = <T>(
    what: string,
    { textDocument }: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    answer: (own: FlowDocument, flow: FlowDocument | undefined) => T | Promise<T>,
  ): Promise<T | null | ResponseError> | undefined => {
    const document = test(textDocument.uri);
    if (!document) return undefined;
    return runSafeLater(connection.console, what, null, token, async () => {
      if (!(await waiting.turn(what, document))) return outdated(what);
      return answer(document, (await testFiles.flowOf(document)).document);
    });
  };
  /** The same at a place of a test file whose flow is there. */
  const at = <T>(
    what: string,
    params: TextDocumentPositionParams,
    token: CancellationToken,
    answer: (own: FlowDocument, offset: number, flow: FlowDocument) => T | Promise<T>,
  ): Promise<T | null | ResponseError> | undefined =>
    inTest(what, params, token, (own, flow) => (flow ? answer(own, own.offsetAt(params.position), flow) : null));
  const testsOf = ({ uri }: { readonly uri: string }) => testFiles.testsOf(uri);
  /** An edit that changes a variable in several flows, with those of the test files of the others. */
  const withKinTests = async (edit: WorkspaceEdit, flow: FlowDocument, named: Named | undefined) => {
    let whole = edit;
    if (named?.kind !== 'variable') return whole;
    for (const uri of Object.keys(edit.changes ?? {})) {
      const kin = uri === flow.uri ? undefined : workspace.file(uri)?.read();
      if (kin) whole = withTests(whole, kin, named, await testsOf(kin));
    }
    return whole;
  };
  const renamedInTest = async (own: FlowDocument, offset: number, newName: string, flow: FlowDocument) => {
    const edit = testRename(own, offset, newName, flow, await testsOf(flow), workspace);
    const name = testNameAt(own.model, offset);
    return edit && !isRefusal(edit) && name?.role === 'variable'
      ? withKinTests(edit, flow, variableNamed(name.text))
      : edit;
  };

  return {
    testsOf,
    completion: (params: CompletionParams, token: CancellationToken) =>
      inTest('completion', params, token, (own, flow) => {
        const context = completionContext(own, params, abilities(), desk);
        const offered = testCompletion(own.offsetAt(params.position), flow?.model, context);
        return completionFor(offered, abilities());
      }),
    codeActions: (params: CodeActionParams, token: CancellationToken) =>
      inTest('code actions', params, token, (own, flow) => {
        const { only } = readContext(params.context);
        if (!flow || (only && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind)))) return [];
        return codeActionsFor(testCodeActions(own, params.range, flow.model), abilities(), own);
      }),
    hover: (params: TextDocumentPositionParams, token: CancellationToken) =>
      at('hover', params, token, (own, offset, flow) => hoverFor(testHover(own, offset, flow), abilities())),
    definition: (params: TextDocumentPositionParams, token: CancellationToken) =>
      at('definition', params, token, (own, offset, flow) =>
        definitionFor(testDefinition(own, offset, flow), abilities()),
      ),
    references: (params: ReferenceParams, token: CancellationToken) =>
      at('references', params, token, async (own, offset, flow) =>
        testReferences(own, offset, flow, await testsOf(flow), usualContext(params)),
      ),
    prepareRename: (params: PrepareRenameParams, token: CancellationToken) =>
      at('prepare rename', params, token, (own, offset, flow) => orError(prepareTestRename(own, offset, flow))),
    rename: (params: RenameParams, token: CancellationToken) =>
      at('rename', params, token, async (own, offset, flow) =>
        orError(await renamedInTest(own, offset, params.newName, flow)),
      ),
    /** The places of test files that name what stands at a place of their flow, of a variable those of the flows that share it too. */
    async referencesTo(flow: FlowDocument, position: Position) {
      const named = findNamed(flow.model, flow.offsetAt(position));
      if (!named) return [];
      const own = referencesInTests(named, flow.model, await testsOf(flow));
      const kin = named.kind === 'variable' ? variableKin(workspace, flow.uri, named.name) : [];
      const elsewhere = kin.map(async (file) => referencesInTests(named, file.read().model, await testsOf(file)));
      return [...own, ...(await Promise.all(elsewhere)).flat()];
    },
    /** The edit of a rename in a flow, with those of its test files, and of the test files of the other flows that it changes. */
    async renamedFrom(flow: FlowDocument, position: Position, edit: WorkspaceEdit) {
      const named = findNamed(flow.model, flow.offsetAt(position));
      return withKinTests(withTests(edit, flow, named, await testsOf(flow)), flow, named);
    },
  };
}

const usualContext = ({ context }: ReferenceParams) => context ?? { includeDeclaration: true };
