import type { Path } from '../../flow';
import { elapsed } from '../run/elapsed';
import { endingOf } from '../run/ending';
import { inFamilies } from '../run/family';
import { isOver, runIcon, runName, type ShownRun } from '../run/run';
import { runStateText } from '../run/runStateText';
import { timelineOf } from '../run/timeline';
import type { EntryKind } from '../run/timelineEntry';
import type { TreeRow } from '../ui/treeItem';

/** One row of the Call view. */
export interface CallRow extends TreeRow {
  readonly runId: string;
  /** Where in the document it leads. */
  readonly path?: Path | undefined;
  /** For menus: `live`, `over` or `entry`. */
  readonly kind: 'live' | 'over' | 'entry';
}

/** The rows of all runs, newest first; calls that a flow has placed follow the call of the flow. */
export function runRows(runs: readonly ShownRun[], timeOfDay: (ms: number) => string): readonly CallRow[] {
  return inFamilies(runs).map((run) => {
    const over = isOver(run);
    const ending = over ? endingOf(run) : undefined;
    const state = ending ? `${ending.headline} ${ending.figures}` : runStateText(run);
    return {
      id: run.id,
      runId: run.id,
      label: runName(run, timeOfDay),
      description: [run.placedBy === undefined ? '' : 'placed by the flow', state.trim(), run.profile]
        .filter(Boolean)
        .join(' · '),
      tooltip: ending?.text ?? `${runStateText(run)}. The button at the end of the row hangs up.`,
      icon: over ? (ending?.isTrouble ? 'warning' : runIcon(run)) : 'sync~spin',
      color: ending?.isTrouble ? 'list.warningForeground' : undefined,
      kind: over ? 'over' : 'live',
    };
  });
}

/** The rows of what happened in a run. */
export function entryRows(run: ShownRun): readonly CallRow[] {
  return timelineOf(run).map(({ at, kind, text, detail, path }, position) => ({
    id: `${run.id}/${position}`,
    runId: run.id,
    label: `${at === undefined ? '' : elapsed(at).padStart(5)}  ${text}`,
    description: detail ?? '',
    tooltip: detail === undefined ? text : `${text}: ${detail}`,
    icon: icons[kind],
    color: kind === 'problem' ? 'list.warningForeground' : undefined,
    path,
    kind: 'entry',
  }));
}

const icons: Readonly<Record<EntryKind, string>> = {
  call: 'call-incoming',
  action: 'play',
  skipped: 'debug-step-over',
  said: 'comment',
  key: 'record-keys',
  note: 'info',
  problem: 'warning',
  end: 'debug-stop',
};
