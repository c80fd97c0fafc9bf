import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { checkUrl, type Finding, type Severity, type Tag } from '../../flow';
import { rangeOf, type TextPlaces } from './rangeOf';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags: Readonly<Record<Tag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/** A finding as editors take it; members that would be empty are left out. */
export function toDiagnostic(finding: Finding, document: TextPlaces): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(document, finding),
    severity: severities[finding.severity],
    code: finding.code,
    codeDescription: { href: checkUrl(finding.code) },
    source: 'voipbin',
    message: finding.message,
  };
  if (finding.tags.length > 0) diagnostic.tags = finding.tags.map((tag) => tags[tag]);
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map((item) => ({
      location: { uri: document.uri, range: rangeOf(document, item) },
      message: item.message,
    }));
  }
  return diagnostic;
}
