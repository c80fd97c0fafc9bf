import * as vscode from 'vscode';
import type { ShownRun } from './run/run';

/** What a user does for the first time, as context keys of VS Code: steps of the walkthrough are complete with them. */
export type Milestone = 'voipbin.sawMistake' | 'voipbin.sawTargets' | 'voipbin.calledFlow' | 'voipbin.wasCalled';

/** Tells VS Code of each milestone once. */
export function createMilestones(): (reached: Milestone) => void {
  const known = new Set<Milestone>();
  return (reached) => {
    if (known.has(reached)) return;
    known.add(reached);
    void vscode.commands.executeCommand('setContext', reached, true);
  };
}

/** What a user has done with this run: called a flow, with or without a phone, or let it call. */
export function milestoneOf({
  kind,
  caller,
  placedBy,
}: Pick<ShownRun, 'kind' | 'caller' | 'placedBy'>): Milestone | undefined {
  if (kind === 'simulation' || caller !== undefined) return 'voipbin.calledFlow';
  return kind === 'call' && placedBy === undefined ? 'voipbin.wasCalled' : undefined;
}
