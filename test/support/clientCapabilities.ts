import type { ClientCapabilities } from 'vscode-languageserver-protocol';

/** What a client such as ours says of itself: it takes everything that the server can send. */
export const everyCapability: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
      },
      completionItemKind: { valueSet: Array.from({ length: 25 }, (_, index) => (index + 1) as 1) },
    },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      labelSupport: true,
      tagSupport: { valueSet: [1] },
      symbolKind: { valueSet: Array.from({ length: 26 }, (_, index) => (index + 1) as 1) },
    },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source.fixAll'] } },
    },
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
  },
};
