import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import { checkTestNames, type FlowModel, forgetActions } from '../../../flow';
import { placeOf, type ReadDocument } from '../../text/rangeOf';
import { namesOfTest } from '../../text/testNamed';
import { toTextEdits } from '../../text/toTextEdits';
import { toTestDiagnostic } from './testDiagnostics';

/** The fixes of what a test file names at a range and its flow does not have: what it most likely means, and a test without it. */
export function testCodeActions(test: ReadDocument, range: Range, flow: FlowModel): CodeAction[] {
  const { model } = test;
  const asked = placeOf(test, range);
  return checkTestNames(model.root, { names: [], model: flow }).flatMap((finding): CodeAction[] => {
    const { code, meant, offset, end } = finding;
    if (code !== 'test-action' || offset > asked.end || end < asked.offset) return [];
    const diagnostic = toTestDiagnostic(finding, test);
    const fix = (title: string, edits: TextEdit[], isPreferred: boolean): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(isPreferred ? { isPreferred } : {}),
      edit: { changes: { [test.uri]: edits } },
    });
    const replacement = { range: diagnostic.range, newText: JSON.stringify(meant) };
    const removal = forgetActions(
      model.text,
      namesOfTest(model).filter((name) => name.offset === offset),
    );
    return [
      ...(meant === undefined ? [] : [fix(`Change to \`${meant}\``, [replacement], true)]),
      fix('Remove this action from the test', toTextEdits(removal, test), false),
    ];
  });
}
