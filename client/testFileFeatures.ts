import type { BaseLanguageClient, StaticFeature } from 'vscode-languageclient';
import { testFiles } from './filePatterns';

const documentSelector = [{ pattern: testFiles }];

/** `TextDocumentSyncKind.Incremental`, whose enum is not loaded here. */
const incremental = 2;

/**
 * Asks the server about test files too, as far as it knows something of them. They are JSON: VS Code formats, folds and outlines them, and would
 * have the user choose between two that do.
 */
export function testFileFeatures(client: BaseLanguageClient): StaticFeature {
  const register = (method: string, more: object = {}) =>
    client
      .getFeature(method as 'textDocument/hover')
      .register({ id: `${method} in test files`, registerOptions: { documentSelector, ...more } });
  return {
    fillClientCapabilities() {},
    initialize({ completionProvider = {} }) {
      register('textDocument/didOpen');
      register('textDocument/didChange', { syncKind: incremental });
      register('textDocument/didClose');
      register('textDocument/completion', completionProvider);
      register('textDocument/hover');
      register('textDocument/codeAction', { codeActionKinds: ['quickfix'] });
      register('textDocument/definition');
      register('textDocument/references');
      register('textDocument/rename', { prepareProvider: true });
    },
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}
