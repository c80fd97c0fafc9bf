import type { CheckSettings } from '../../flow/checks/runChecks';
import { endingOf } from '../run/ending';
import { type Run, runName } from '../run/run';
import type { CommandContext } from './context';
import { copyPath } from './copyPath';

/** Tells how a run ended and why, and offers its path; `note` is a sentence that is told, too. */
export function announceEnd(context: CommandContext, run: Run, checkSettings: CheckSettings, note = ''): void {
  const { ui, timeOfDay, log } = context;
  const { text, figures, isTrouble, finding } = endingOf(run, checkSettings);
  const name = runName(run, timeOfDay);
  const told = [`${name}: ${text}`, figures && `${capitalized(figures)}.`, note].filter(Boolean).join(' ');
  log.info(told);
  ui.tell(
    isTrouble ? 'warning' : 'information',
    told,
    { label: 'Show Call', run: () => ui.command('voipbin.call.focus') },
    { label: 'Copy Path', run: () => copyPath(context, run.id) },
    ...(finding ? [{ label: `About ${finding.code}`, run: () => ui.openLink(finding.url) }] : []),
  );
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
