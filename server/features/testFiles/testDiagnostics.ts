import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FlowModel } from '../../../flow/model/flowModel';
import { checkTestNames, type TestFinding } from '../../../flow/tests/checkTestNames';
import { testsUrl } from '../../../flow/text/links';
import { rangeOf, type TextPlaces } from '../../text/rangeOf';
import type { ReadText } from '../../text/testNamed';

/** The mistakes in a test file that need its flow; the schema finds the others. `names`: the files in which the flow can be. */
export function testDiagnostics(
  { model, document }: ReadText,
  flow: FlowModel | undefined,
  names: readonly string[],
): Diagnostic[] {
  return checkTestNames(model.root, { names, model: flow }).map((finding) => toTestDiagnostic(finding, document));
}

/** A finding of a test file as editors take it. */
export function toTestDiagnostic({ code, message, offset, end }: TestFinding, document: TextPlaces): Diagnostic {
  return {
    range: rangeOf(document, { offset, end }),
    severity: DiagnosticSeverity.Error,
    code,
    codeDescription: { href: testsUrl },
    source: 'voipbin',
    message,
  };
}
