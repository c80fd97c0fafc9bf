import type { Diagnostic } from 'vscode-languageserver-types';
import type { CheckSettings } from '../../flow';
import { findingsOf } from '../text/findingsOf';
import type { ReadDocument } from '../text/rangeOf';
import { toDiagnostic } from '../text/toDiagnostic';

/** Everything that is wrong with a document, in order of the text. */
export function diagnostics(document: ReadDocument, settings: CheckSettings): Diagnostic[] {
  return findingsOf(document.model, settings).map((finding) => toDiagnostic(finding, document));
}
