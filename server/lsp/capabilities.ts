import { CodeActionKind, type ServerCapabilities } from 'vscode-languageserver';

/** What the server answers. Completion starts by itself where an id, a name or a variable is being typed. */
export const capabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: ['"', ':', ' ', '{', '$'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: { label: 'VoIPbin Flow' },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.voipbin`] },
};
