import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { applyFixCommand } from './answers/codeActions';

/** What the server answers to a client. Completion starts by itself where an id, a name or a variable is being typed. */
export function capabilitiesFor({
  encoding,
  negotiatesEncoding,
  symbols,
  codeActions,
  resolvesActions,
}: Abilities): ServerCapabilities {
  return {
    ...(negotiatesEncoding ? { positionEncoding: encoding } : {}),
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: ['"', ':', ' ', '{', '$'] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: symbols.label ? { label: 'VoIPbin Flow' } : true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...(codeActions === 'literals'
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.voipbin`],
            ...(resolvesActions ? { resolveProvider: true } : {}),
          },
        }
      : {}),
    ...(codeActions === 'commands'
      ? { codeActionProvider: true, executeCommandProvider: { commands: [applyFixCommand] } }
      : {}),
  };
}
