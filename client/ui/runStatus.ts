import * as vscode from 'vscode';
import { elapsed } from '../run/elapsed';
import { endingOf } from '../run/ending';
import { isOver, runIcon, runName, runTitle, type ShownRun } from '../run/run';
import { type Now, runTime } from '../run/runClock';
import { runStateText } from '../run/runStateText';
import type { Runs } from '../run/runs';
import { harmless, harmlessLines } from './harmless';

/** Milliseconds that the end of a run is shown. */
const endShown = 10_000;
/** Milliseconds between two looks at the clock, so that no second is seen late. */
const tick = 250;

/** Shows what the runs do in the status bar, with a way to hang up beside it, and for a moment how the last one ended. */
export function showRunStatus(
  context: vscode.ExtensionContext,
  runs: Runs,
  timeOfDay: (ms: number) => string,
  now: () => Now,
): void {
  const { Left } = vscode.StatusBarAlignment;
  const item = vscode.window.createStatusBarItem('voipbin.run', Left, 10);
  item.name = 'VoIPbin Call';
  item.command = 'voipbin.call.focus';
  const hangUp = vscode.window.createStatusBarItem('voipbin.hangUp', Left, 9.5);
  hangUp.name = 'VoIPbin Hang Up';
  hangUp.text = '$(debug-stop) Hang Up';
  hangUp.command = 'voipbin.hangUp';
  /** The last that ended, and until when it is shown. */
  let ended: { readonly run: ShownRun; readonly until: number } | undefined;

  const show = () => {
    const live = runs.list().filter((run) => !isOver(run));
    const [first] = live;
    if (first) {
      const text =
        live.length > 1 ? `${live.length} calls` : `${elapsed(runTime(first, now()))} ${runStateText(first)}`;
      item.text = `$(${runIcon(first)}) ${harmless(text, 'status')}`;
      item.tooltip = harmlessLines(
        live.map((run) => `${runName(run, timeOfDay)}: ${runStateText(run)}`),
        'tooltip',
      );
    } else if (ended && ended.until > now().here) {
      const { headline, isTrouble, text } = endingOf(ended.run);
      item.text = `$(${isTrouble ? 'warning' : 'check'}) ${harmless(headline, 'status')}`;
      item.tooltip = harmlessLines([runTitle(ended.run), text], 'tooltip');
    } else {
      stopTicking();
      item.hide();
      hangUp.hide();
      return;
    }
    item.show();
    if (live.some(({ canHangUp }) => canHangUp)) hangUp.show();
    else hangUp.hide();
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  const stopTicking = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const stop = runs.onChange((run) => {
    if (run?.phase === 'ended') ended = { run, until: now().here + endShown };
    show();
    // The time goes on also while nothing else changes.
    timer ??= setInterval(show, tick);
  });
  context.subscriptions.push(item, hangUp, { dispose: stop }, { dispose: stopTicking });
}
