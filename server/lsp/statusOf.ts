import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { DocumentStatus } from '../protocol';
import type { FlowDocument } from './flowDocument';

/** What the status item of an editor shows of a document. */
export function statusOf(document: FlowDocument, found: readonly Diagnostic[], duration: number): DocumentStatus {
  const count = (severity: DiagnosticSeverity) => found.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    uri: document.uri,
    shape: document.model.shape,
    actions: document.model.actions.length,
    problems: {
      error: count(DiagnosticSeverity.Error),
      warning: count(DiagnosticSeverity.Warning),
      information: count(DiagnosticSeverity.Information),
      hint: count(DiagnosticSeverity.Hint),
    },
    duration,
  };
}
