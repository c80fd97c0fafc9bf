import * as vscode from 'vscode';
import { elapsed } from '../run/elapsed';
import { isOver, type Run, runName, runTitle } from '../run/run';
import { runStateText } from '../run/runStateText';
import type { Runs } from '../run/runs';
import { harmless, harmlessBesideLink, harmlessLines } from './harmless';

/** Shows each run while it goes on: a notification with the time and a way to hang up, and an item in the status bar. */
export function showRunProgress(context: vscode.ExtensionContext, runs: Runs, timeOfDay: (ms: number) => string): void {
  const item = vscode.window.createStatusBarItem('voipbin.run', vscode.StatusBarAlignment.Left, 10);
  item.name = 'VoIPbin Call';
  item.command = 'voipbin.call.focus';
  const shown = new Set<string>();

  const showItem = () => {
    const live = runs.list().filter((run) => !isOver(run));
    const [first] = live;
    if (!first) return item.hide();
    const time = elapsed(Date.now() - first.startedAt);
    item.text =
      live.length > 1
        ? `$(call-outgoing) ${live.length} calls`
        : `$(call-outgoing) ${harmless(runStateText(first), 'status')} ${time}`;
    item.tooltip = harmlessLines(
      live.map((run) => `${runName(run, timeOfDay)}: ${runStateText(run)}`),
      'tooltip',
    );
    item.show();
  };
  const notify = (run: Run) => {
    shown.add(run.id);
    const link = vscode.Uri.from({ scheme: 'command', path: 'voipbin.hangUp', query: JSON.stringify([run.id]) });
    // There is one line only: what matters comes first.
    const title = harmlessBesideLink(runTitle(run), 'progress');
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, (progress) => {
      const report = (now: Run) => {
        const time = elapsed(Date.now() - now.startedAt);
        const word = now.kind === 'call' ? 'Hang Up' : 'Stop';
        progress.report({
          message: `${time}  [${word}](${link})  ${harmlessBesideLink(runStateText(now), 'progress')}`,
        });
      };
      return new Promise<void>((resolve) => {
        const timer = setInterval(() => report(runs.find(run.id) ?? run), 1000);
        const stop = runs.onChange((changed) => {
          const now = runs.find(run.id);
          if (now && !isOver(now)) {
            if (changed?.id === run.id) report(now);
            return;
          }
          clearInterval(timer);
          stop();
          resolve();
        });
        report(run);
      });
    });
  };

  const stop = runs.onChange((run) => {
    showItem();
    if (run && !isOver(run) && !shown.has(run.id)) notify(run);
  });
  // The time goes on also while nothing else changes.
  const timer = setInterval(showItem, 1000);
  context.subscriptions.push(item, { dispose: stop }, { dispose: () => clearInterval(timer) });
}
