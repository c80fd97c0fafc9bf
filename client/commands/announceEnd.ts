import type { CheckSettings } from '../../flow/checks/runChecks';
import { endingOf } from '../run/ending';
import { type Run, runName } from '../run/run';
import type { CommandContext } from './context';
import { copyPath } from './copyPath';

/** Tells how a run ended and why, and offers its path. */
export async function announceEnd(context: CommandContext, run: Run, checkSettings: CheckSettings): Promise<void> {
  const { ui, timeOfDay, log } = context;
  const { text, figures, isTrouble, finding } = endingOf(run, checkSettings);
  const name = runName(run, timeOfDay);
  const told = `${name}: ${text}${figures ? ` ${capitalized(figures)}.` : ''}`;
  log.info(told);
  const about = finding && `About ${finding.code}`;
  const answer = await ui.tell(
    isTrouble ? 'warning' : 'information',
    told,
    'Show Call',
    'Copy Path',
    ...(about ? [about] : []),
  );
  if (answer === 'Show Call') await ui.command('voipbin.call.focus');
  if (answer === 'Copy Path') await copyPath(context, run.id);
  if (finding && answer === about) await ui.openLink(finding.url);
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
