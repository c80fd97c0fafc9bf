import {
  CodeActionKind,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { refactorings } from '../../flow';
import { tokenModifiers, tokenTypes } from '../features';
import { refactoringKind } from '../text/refactorings';
import type { Abilities } from './abilities';
import { applyFixCommand } from './answers/codeActions';

/** Every kind of refactoring that there is. */
const refactoringKinds = [...new Set(refactorings.map(refactoringKind))].sort();

/** What changes other files when it is moved: flows, their tests, and folders with either in them. */
const movedFiles: FileOperationRegistrationOptions['filters'] = [
  { pattern: { glob: '**/*.flow.{json,jsonc,test.json,test.jsonc}', matches: 'file' } },
  { pattern: { glob: '**', matches: 'folder' } },
];

/** What the server answers to a client. Completion starts by itself where an id, a name or a variable is being typed. */
export function capabilitiesFor({
  encoding,
  negotiatesEncoding,
  symbols,
  codeActions,
  resolvesActions,
  preparesRename,
  pullsDiagnostics,
  asksBeforeRenames,
}: Abilities): ServerCapabilities {
  return {
    ...(negotiatesEncoding ? { positionEncoding: encoding } : {}),
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: ['"', ':', ' ', '{', '$'] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    callHierarchyProvider: true,
    codeLensProvider: {},
    documentLinkProvider: {},
    linkedEditingRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
    },
    workspaceSymbolProvider: true,
    ...(pullsDiagnostics ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } } : {}),
    ...(asksBeforeRenames ? { workspace: { fileOperations: { willRename: { filters: movedFiles } } } } : {}),
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    documentHighlightProvider: true,
    documentSymbolProvider: symbols.label ? { label: 'VoIPbin Flow' } : true,
    foldingRangeProvider: true,
    inlayHintProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: [']'] },
    ...(codeActions === 'literals'
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, ...refactoringKinds, `${CodeActionKind.SourceFixAll}.voipbin`],
            ...(resolvesActions ? { resolveProvider: true } : {}),
          },
        }
      : {}),
    ...(codeActions === 'commands'
      ? { codeActionProvider: true, executeCommandProvider: { commands: [applyFixCommand] } }
      : {}),
  };
}
