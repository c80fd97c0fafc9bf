import type { Diagnostic } from 'vscode-languageserver-types';
import type { CheckSettings } from '../../flow/checks/runChecks';
import type { FlowModel } from '../../flow/model/flowModel';
import { findingsOf } from '../text/findingsOf';
import type { TextPlaces } from '../text/rangeOf';
import { toDiagnostic } from '../text/toDiagnostic';

/** Everything that is wrong with a document, in order of the text. */
export function diagnostics(model: FlowModel, settings: CheckSettings, document: TextPlaces): Diagnostic[] {
  return findingsOf(model, settings).map((finding) => toDiagnostic(finding, document));
}
