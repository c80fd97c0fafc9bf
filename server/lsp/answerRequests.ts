import {
  type CancellationToken,
  type Connection,
  type FormattingOptions,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { checkSettingsOf } from '../../flow/settings/settings';
import {
  codeActions,
  completion,
  definition,
  documentHighlight,
  documentSymbols,
  foldingRanges,
  formatting,
  hover,
  references,
  resolveCodeAction,
  selectionRanges,
} from '../features';
import type { Abilities } from './abilities';
import { codeActionsFor, readContext, readFixAll, readFixOrder } from './answers/codeActions';
import { completionFor } from './answers/completion';
import { definitionFor } from './answers/definition';
import { documentSymbolsFor } from './answers/documentSymbols';
import { foldingRangesFor } from './answers/foldingRanges';
import { hoverFor } from './answers/hover';
import type { FlowDocument } from './flowDocument';
import { runSafe } from './runSafe';
import type { SettingsSource } from './settingsSource';
import type { WaitingRequests } from './waitingRequests';

/** What answers are made from. */
export interface Desk {
  /** The open flow of that name; undefined for what is not open or is not a flow. */
  readonly flow: (uri: string) => FlowDocument | undefined;
  /** Known from `initialize` on, before which no request gets through. */
  readonly abilities: () => Abilities;
  readonly settings: SettingsSource;
  readonly waiting: WaitingRequests;
  readonly newId: () => string;
}

/** For a client that asks for no layout. */
const usualLayout = { tabSize: 2, insertSpaces: true };

const outdated = (what: string) =>
  new ResponseError(LSPErrorCodes.ContentModified, `${what} was asked of a text that has changed since`);

/** Answers each request from its feature, in the form that the client takes. */
export function answerRequests(connection: Connection, { flow, abilities, settings, waiting, newId }: Desk): void {
  type In = { textDocument: { uri: string } };
  /** The answer for an open flow, on the text that it was asked about; null for everything else. */
  const on = async <P extends In, T>(
    what: string,
    params: P,
    token: CancellationToken,
    answer: (document: FlowDocument, abilities: Abilities) => T,
  ): Promise<T | null | ResponseError> => {
    const document = flow(params.textDocument.uri);
    if (document && !(await waiting.turn(what, document))) return outdated(what);
    return runSafe(connection.console, what, null, token, () => (document ? answer(document, abilities()) : null));
  };
  const newest = (document: FlowDocument) => flow(document.uri) ?? document;
  // Edits of an older text would tear the newest apart.
  const layOut = (what: string, document: FlowDocument, range: Range | undefined, options: FormattingOptions) =>
    newest(document) === document
      ? formatting(document, range, { ...usualLayout, ...options }, document)
      : outdated(what);
  const at = <P extends In & { position: Position }, T>(
    what: string,
    params: P,
    token: CancellationToken,
    answer: (document: FlowDocument, offset: number, abilities: Abilities) => T,
  ) => on(what, params, token, (document, takes) => answer(document, document.offsetAt(params.position), takes));

  connection.onCompletion((params, token) =>
    at('completion', params, token, (document, offset, takes) => {
      const list = completion(document.model, offset, {
        document,
        snippets: takes.completion.snippets,
        suggestCommand: takes.suggestCommand,
        newId,
        build: document.build,
        trigger: params.context?.triggerCharacter,
      });
      return completionFor(list, takes);
    }),
  );
  connection.onHover((params, token) =>
    at('hover', params, token, (document, offset, takes) => hoverFor(hover(document.model, offset, document), takes)),
  );
  connection.onDefinition((params, token) =>
    at('definition', params, token, (document, offset, takes) =>
      definitionFor(definition(document.model, offset, document), takes),
    ),
  );
  connection.onReferences((params, token) =>
    at('references', params, token, (document, offset) =>
      references(document.model, offset, document, params.context ?? { includeDeclaration: true }),
    ),
  );
  connection.onDocumentHighlight((params, token) =>
    at('highlights', params, token, (document, offset) => documentHighlight(document.model, offset, document)),
  );
  connection.onDocumentSymbol((params, token) =>
    on('symbols', params, token, (asked, takes) => {
      const document = newest(asked);
      return documentSymbolsFor(documentSymbols(document.model, document), document.uri, takes);
    }),
  );
  connection.onFoldingRanges((params, token) =>
    on('folding', params, token, (asked, takes) => {
      const document = newest(asked);
      return foldingRangesFor(foldingRanges(document, document), takes);
    }),
  );
  connection.onSelectionRanges((params, token) =>
    on('selection ranges', params, token, (document) => selectionRanges(document.model, params.positions, document)),
  );
  connection.onDocumentFormatting((params, token) =>
    on('formatting', params, token, (document) => layOut('formatting', document, undefined, params.options)),
  );
  connection.onDocumentRangeFormatting((params, token) =>
    on('range formatting', params, token, (document) =>
      layOut('range formatting', document, params.range, params.options),
    ),
  );
  connection.onCodeAction(async (params, token) => {
    const current = await settings.of(params.textDocument.uri);
    return on('code actions', params, token, (document, takes) => {
      const host = {
        document,
        settings: checkSettingsOf(current),
        newId,
        resolves: takes.resolvesActions,
        turnOffCommand: takes.turnOffCommand,
      };
      const found = codeActions(document.model, params.range, readContext(params.context), host);
      return codeActionsFor(found, takes, document);
    });
  });
  connection.onCodeActionResolve(async (action, token) => {
    const uri = readFixAll(action);
    if (uri === undefined) return action;
    const current = await settings.of(uri);
    const resolved = await on('a code action', { textDocument: { uri } }, token, (document) =>
      resolveCodeAction(document.model, action, { document, settings: checkSettingsOf(current), newId }),
    );
    return resolved ?? action;
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const order = readFixOrder(command, given);
    // A fix that was made for another text would tear this one apart.
    if (order && flow(order.uri)?.version === order.version) {
      await connection.workspace.applyEdit({ changes: { [order.uri]: [...order.edits] } });
    }
    return null;
  });
}
