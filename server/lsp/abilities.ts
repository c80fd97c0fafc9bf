import {
  type ClientCapabilities,
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticTag,
  type InitializeParams,
  InsertTextMode,
  MarkupKind,
  SymbolKind,
  SymbolTag,
} from 'vscode-languageserver';
import type { ClientCommands, VoipbinClient } from '../protocol';

/** What a client takes. What it did not say of itself it does not take. */
export interface Abilities {
  /** How columns are counted, on both sides. */
  readonly encoding: 'utf-8' | 'utf-16';
  /** The client chose among ways to count; otherwise nothing is said about it. */
  readonly negotiatesEncoding: boolean;
  readonly pullsSettings: boolean;
  /** It can be asked to tell when settings change. */
  readonly registersSettings: boolean;
  readonly hoverMarkup: MarkupKind;
  readonly definitionLinks: boolean;
  /** It asks what can be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  readonly completion: {
    readonly snippets: boolean;
    readonly markup: MarkupKind;
    readonly labelDetails: boolean;
    readonly adjustsIndentation: boolean;
    readonly preselect: boolean;
    readonly deprecatedTag: boolean;
    /** The older way to strike a label out. */
    readonly deprecated: boolean;
    readonly kinds: ReadonlySet<unknown>;
  };
  readonly symbols: {
    readonly nested: boolean;
    readonly label: boolean;
    readonly deprecatedTag: boolean;
    readonly kinds: ReadonlySet<unknown>;
  };
  readonly folding: { readonly limit: number; readonly kinds: ReadonlySet<unknown> | undefined };
  /** `commands`: fixes are run by the server, which sends the edit. `none`: the client can take neither. */
  readonly codeActions: 'literals' | 'commands' | 'none';
  readonly preferredActions: boolean;
  /** It shows actions that cannot be chosen, with the reason. */
  readonly disabledActions: boolean;
  /** It takes an edit of several files with the versions that they were made for. */
  readonly versionedEdits: boolean;
  /** It asks what is to change with the names of files, before it changes those. */
  readonly asksBeforeRenames: boolean;
  /** A code action can make a file. */
  readonly createsFiles: boolean;
  /** A code action can give a file another name. */
  readonly renamesFiles: boolean;
  /** It asks for the edit of a code action when it is chosen. */
  readonly resolvesActions: boolean;
  readonly diagnostics: {
    readonly tags: ReadonlySet<unknown>;
    readonly related: boolean;
    readonly links: boolean;
    readonly versions: boolean;
  };
  /** It asks for findings, which are not sent to it then. Ours is sent them, with the status of the document. */
  readonly pullsDiagnostics: boolean;
  /** What it can be told to ask for again. */
  readonly refreshes: { readonly inlayHints: boolean; readonly diagnostics: boolean; readonly codeLenses: boolean };
  readonly status: boolean;
  /** It can be asked for files that are not open. */
  readonly readsFiles: boolean;
  readonly commands: ClientCommands;
}

/** As many lines as VS Code folds (`editor.foldingMaximumRegions`), for a client that gives no limit. */
const usualFoldingLimit = 5000;

/** Reads what a client said in `initialize`, whatever it said there. */
export function readAbilities(params: InitializeParams): Abilities {
  const { general, workspace, textDocument, experimental } = (params.capabilities ?? {}) as ClientCapabilities;
  const { completion, documentSymbol, foldingRange, codeAction, publishDiagnostics } = textDocument ?? {};
  const item = completion?.completionItem;
  const own = (experimental as { voipbin?: VoipbinClient } | null | undefined)?.voipbin;
  const encodings = list(general?.positionEncodings);
  const limit = foldingRange?.rangeLimit;
  // Its own words for the same abilities came later.
  const pulled = textDocument?.diagnostic as typeof publishDiagnostics;
  const changesFiles = (operation: string) =>
    codeAction?.codeActionLiteralSupport !== undefined &&
    workspace?.workspaceEdit?.documentChanges === true &&
    list(workspace.workspaceEdit.resourceOperations).includes(operation);
  return {
    encoding: encodings.find((entry) => entry === 'utf-8' || entry === 'utf-16') === 'utf-8' ? 'utf-8' : 'utf-16',
    negotiatesEncoding: encodings.length > 0,
    pullsSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hoverMarkup: preferredMarkup(textDocument?.hover?.contentFormat),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    completion: {
      snippets: item?.snippetSupport === true,
      markup: preferredMarkup(item?.documentationFormat),
      labelDetails: item?.labelDetailsSupport === true,
      adjustsIndentation: list(item?.insertTextModeSupport?.valueSet).includes(InsertTextMode.adjustIndentation),
      preselect: item?.preselectSupport === true,
      deprecatedTag: list(item?.tagSupport?.valueSet).includes(CompletionItemTag.Deprecated),
      deprecated: item?.deprecatedSupport === true,
      kinds: kindsOf(completion?.completionItemKind?.valueSet, CompletionItemKind.Reference),
    },
    symbols: {
      nested: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      label: documentSymbol?.labelSupport === true,
      deprecatedTag: list(documentSymbol?.tagSupport?.valueSet).includes(SymbolTag.Deprecated),
      kinds: kindsOf(documentSymbol?.symbolKind?.valueSet, SymbolKind.Array),
    },
    folding: {
      limit: typeof limit === 'number' && limit >= 0 ? limit : usualFoldingLimit,
      kinds: foldingRange?.foldingRangeKind ? new Set(list(foldingRange.foldingRangeKind.valueSet)) : undefined,
    },
    codeActions: codeAction?.codeActionLiteralSupport
      ? 'literals'
      : codeAction && workspace?.applyEdit === true
        ? 'commands'
        : 'none',
    preferredActions: codeAction?.isPreferredSupport === true,
    disabledActions: codeAction?.codeActionLiteralSupport !== undefined && codeAction.disabledSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    asksBeforeRenames: workspace?.fileOperations?.willRename === true,
    createsFiles: changesFiles('create'),
    renamesFiles: changesFiles('rename'),
    resolvesActions:
      codeAction?.codeActionLiteralSupport !== undefined &&
      codeAction.dataSupport === true &&
      list(codeAction.resolveSupport?.properties).includes('edit'),
    diagnostics: {
      tags: tagsOf(publishDiagnostics?.tagSupport ?? pulled?.tagSupport),
      related: (publishDiagnostics?.relatedInformation ?? pulled?.relatedInformation) === true,
      links: (publishDiagnostics?.codeDescriptionSupport ?? pulled?.codeDescriptionSupport) === true,
      versions: publishDiagnostics?.versionSupport === true,
    },
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && textDocument.diagnostic !== null && own?.status !== true,
    refreshes: {
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      codeLenses: workspace?.codeLens?.refreshSupport === true,
    },
    status: own?.status === true,
    readsFiles: own?.readsFiles === true,
    commands: commandsOf(own),
  };
}

const commandsOf = (own: VoipbinClient | null | undefined): ClientCommands =>
  Object.fromEntries(
    Object.entries(own ?? {}).filter(([name, value]) => name.endsWith('Command') && typeof value === 'string'),
  );

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Formats stand in the order in which a client likes them. */
function preferredMarkup(formats: unknown): MarkupKind {
  const known = list(formats).find((item) => item === MarkupKind.Markdown || item === MarkupKind.PlainText);
  return known === MarkupKind.Markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
}

/** The kinds that a client shows: without a list of its own those of the protocol's first version, which are numbered up to `last`. */
function kindsOf(valueSet: unknown, last: number): ReadonlySet<unknown> {
  return new Set(Array.isArray(valueSet) ? valueSet : Array.from({ length: last }, (_, index) => index + 1));
}

/** Before it became a list, clients said `true` for both tags that there are. */
function tagsOf(support: unknown): ReadonlySet<unknown> {
  if (support === true) return new Set([DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated]);
  return new Set(list((support as { valueSet?: unknown } | null | undefined)?.valueSet));
}
