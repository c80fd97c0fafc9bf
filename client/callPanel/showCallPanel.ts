import * as vscode from 'vscode';
import { pathKey } from '../../flow';
import { inFamilies } from '../run/family';
import { marksIn } from '../run/locateMarks';
import { isOver, type ShownRun } from '../run/run';
import type { Runs } from '../run/runs';
import type { LateView } from '../ui/lateView';
import { notify } from '../ui/notify';
import { treeItem } from '../ui/treeItem';
import { type CallRow, entryRows, runRows } from './callTree';

/** The Call view: each run with what happened in it. Choosing a line shows its action in the editor. */
export function showCallPanel(
  context: vscode.ExtensionContext,
  { view, fill }: LateView<CallRow>,
  runs: Runs,
  timeOfDay: (ms: number) => string,
  onSelect: (run: ShownRun) => void,
): void {
  const ask = fill({
    getChildren(row) {
      if (!row) return [...runRows(runs.list(), timeOfDay)];
      const run = runs.find(row.runId);
      return run && row.kind !== 'entry' ? [...entryRows(run)] : [];
    },
    getTreeItem: (row) => itemOf(row, inFamilies(runs.list())[0]?.id === row.runId),
    getParent: (row) =>
      row.kind === 'entry' ? runRows(runs.list(), timeOfDay).find(({ id }) => id === row.runId) : undefined,
  });
  view.onDidChangeSelection(({ selection: [row] }) => {
    const run = row && runs.find(row.runId);
    if (run) onSelect(run);
  });

  /** During a call, its last event stays in sight. */
  const showLatest = () => {
    const run = runs.list().find((run) => !isOver(run));
    const last = run && view.visible ? entryRows(run).at(-1) : undefined;
    // The tree may have changed again before it got there.
    if (last) view.reveal(last, { select: false, focus: false }).then(undefined, () => undefined);
  };

  // Events come in bursts, and the tree is built anew for each change.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = runs.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const live = runs.list().filter((run) => !isOver(run)).length;
      view.badge =
        live > 0
          ? { value: live, tooltip: live === 1 ? '1 call in progress' : `${live} calls in progress` }
          : undefined;
      ask();
      showLatest();
    }, 100);
  });
  context.subscriptions.push({ dispose: stop }, { dispose: () => clearTimeout(timer) });
}

function itemOf(row: CallRow, isNewest: boolean): vscode.TreeItem {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = treeItem(row, row.kind === 'entry' ? None : isNewest ? Expanded : Collapsed);
  item.contextValue = row.kind;
  if (row.path) item.command = { command: 'voipbin.showAction', title: 'Show Action', arguments: [row] };
  return item;
}

/** An action of a run: a row of the view, or where something is to be seen. */
export type ShownPlace = Pick<CallRow, 'runId' | 'path'>;

/** Shows an action of a run in its document, as far as it is still there. */
export async function showAction(runs: Runs, { runId, path }: ShownPlace): Promise<void> {
  const run = runs.find(runId);
  if (!run || !path) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(run.document.uri));
  const found = marksIn(run, document.getText()).find(({ mark }) => pathKey(mark.path) === pathKey(path));
  if (!found) {
    await notify('information', 'This action is no longer in the file. Run the call again to follow it.');
    return;
  }
  const at = document.positionAt((found.action.typeNode ?? found.action.node).offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preserveFocus: true });
}
