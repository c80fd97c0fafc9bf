import * as vscode from 'vscode';
import type { ActionCoverage, Coverage } from '../../flow';
import { harmless } from '../ui/harmless';
import { rangeFinder } from './rangeFinder';

/** The coverage of a flow as VS Code has it: each action as a statement, each way on as a branch with its name. */
export function coverageDetails({ model, actions }: Coverage): readonly vscode.StatementCoverage[] {
  const rangeOf = rangeFinder(model.text);
  return actions.map((covered) => {
    const range = rangeOf(covered.action.node);
    return new vscode.StatementCoverage(covered.count, range, branchesOf(covered, rangeOf));
  });
}

function branchesOf(
  { action, edges }: ActionCoverage,
  rangeOf: ReturnType<typeof rangeFinder>,
): vscode.BranchCoverage[] {
  return edges.map(({ edge, name, count }) => {
    // A way that no value names goes on behind the action.
    const range = rangeOf(edge.reference?.node ?? action.typeNode ?? action.node);
    return new vscode.BranchCoverage(count, range, harmless(name, 'label'));
  });
}
