import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { FlowModel } from '../../../flow/model/flowModel';
import { checkTestNames } from '../../../flow/tests/checkTestNames';
import { forgetActions } from '../../../flow/tests/forgetActions';
import { namesOfTest, type ReadText } from '../../text/testNamed';
import { toTextEdits } from '../../text/toTextEdits';
import { toTestDiagnostic } from './testDiagnostics';

/** The fixes of what a test file names at a range and its flow does not have: what it most likely means, and a test without it. */
export function testCodeActions({ model, document }: ReadText, range: Range, flow: FlowModel): CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return checkTestNames(model.root, { names: [], model: flow }).flatMap((finding): CodeAction[] => {
    const { code, meant, offset, end } = finding;
    if (code !== 'test-action' || offset > to || end < from) return [];
    const diagnostic = toTestDiagnostic(finding, document);
    const fix = (title: string, edits: TextEdit[], isPreferred: boolean): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(isPreferred ? { isPreferred } : {}),
      edit: { changes: { [document.uri]: edits } },
    });
    const replacement = { range: diagnostic.range, newText: JSON.stringify(meant) };
    const removal = forgetActions(
      model.text,
      namesOfTest(model).filter((name) => name.offset === offset),
    );
    return [
      ...(meant === undefined ? [] : [fix(`Change to \`${meant}\``, [replacement], true)]),
      fix('Remove this action from the test', toTextEdits(removal, document), false),
    ];
  });
}
