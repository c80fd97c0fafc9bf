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
import type { VoipbinClient } from '../protocol';

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
  /** It asks for the edit of a code action when it is chosen. */
  readonly resolvesActions: boolean;
  readonly diagnostics: {
    readonly tags: ReadonlySet<unknown>;
    readonly related: boolean;
    readonly links: boolean;
    readonly versions: boolean;
  };
  readonly status: boolean;
  readonly suggestCommand: string | undefined;
  readonly turnOffCommand: string | undefined;
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
  return {
    encoding: encodings.find((one) => one === 'utf-8' || one === 'utf-16') === 'utf-8' ? 'utf-8' : 'utf-16',
    negotiatesEncoding: encodings.length > 0,
    pullsSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hoverMarkup: preferredMarkup(textDocument?.hover?.contentFormat),
    definitionLinks: textDocument?.definition?.linkSupport === true,
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
    resolvesActions:
      codeAction?.codeActionLiteralSupport !== undefined &&
      codeAction.dataSupport === true &&
      list(codeAction.resolveSupport?.properties).includes('edit'),
    diagnostics: {
      tags: tagsOf(publishDiagnostics?.tagSupport),
      related: publishDiagnostics?.relatedInformation === true,
      links: publishDiagnostics?.codeDescriptionSupport === true,
      versions: publishDiagnostics?.versionSupport === true,
    },
    status: own?.status === true,
    suggestCommand: text(own?.suggestCommand),
    turnOffCommand: text(own?.turnOffCommand),
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Formats stand in the order in which a client likes them. */
function preferredMarkup(formats: unknown): MarkupKind {
  const known = list(formats).find((one) => one === MarkupKind.Markdown || one === MarkupKind.PlainText);
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
