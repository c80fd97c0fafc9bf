import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { checkTestNames, type FlowToTest, type TestFinding, testsUrl } from '../../../flow';
import { type ReadDocument, rangeOf, type TextPlaces } from '../../text/rangeOf';

/** The mistakes in a test file that need its flow; the schema finds the others. */
export function testDiagnostics(test: ReadDocument, flow: FlowToTest): Diagnostic[] {
  return checkTestNames(test.model.root, flow).map((finding) => toTestDiagnostic(finding, test));
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
