import { type CheckSettings, shorten } from '../../flow';
import { endingOf } from '../run/ending';
import { runName, type ShownRun } from '../run/run';
import type { CommandContext } from './context';

/** Longer lines are broken in a notification. In UTF-16 code units. */
const lineLength = 110;

/** Tells in one line of a run that did not end as its flow is meant to end. How any run ended is in the status bar and in the Call view. */
export function announceEnd({ ui, timeOfDay, log }: CommandContext, run: ShownRun, checkSettings: CheckSettings): void {
  const { text, headline, figures, isTrouble, path } = endingOf(run, checkSettings);
  log.info(`${runName(run, timeOfDay)}: ${[text, figures].filter(Boolean).join(' ')}`);
  if (!isTrouble) return;
  ui.tell('warning', shorten(`${run.document.name}: ${headline}`, lineLength), {
    label: 'Show',
    run: async () => {
      await ui.command('voipbin.call.focus');
      if (path) await ui.command('voipbin.showAction', { runId: run.id, path });
    },
  });
}
