import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { FlowModel } from '../../../flow/model/flowModel';
import { checkTestNames } from '../../../flow/tests/checkTestNames';
import type { ReadText } from '../../text/testNamed';
import { toTestDiagnostic } from './testDiagnostics';

/** The fixes of what a test file names at a range and its flow does not have: what it most likely means. */
export function testCodeActions({ model, document }: ReadText, range: Range, flow: FlowModel): CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return checkTestNames(model.root, { names: [], model: flow }).flatMap((finding): CodeAction[] => {
    const { meant, offset, end } = finding;
    if (meant === undefined || offset > to || end < from) return [];
    const diagnostic = toTestDiagnostic(finding, document);
    const edits = [{ range: diagnostic.range, newText: JSON.stringify(meant) }];
    return [
      {
        title: `Change to \`${meant}\``,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { changes: { [document.uri]: edits } },
      },
    ];
  });
}
