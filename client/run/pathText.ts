import { elapsed } from './elapsed';
import { endingOf } from './ending';
import { isOver, type ShownRun } from './run';
import { timelineOf } from './timeline';

/** The path of a run as plain text, a line for each thing that happened, for a ticket or a mail. */
export function pathText(run: ShownRun, name: string): string {
  const lines = timelineOf(run).map(({ at, text, detail }) => {
    const time = at === undefined ? '' : elapsed(at);
    return `${time.padStart(7)}  ${text}${detail ? `  (${detail})` : ''}`;
  });
  const { call, activeflow } = run;
  const ids = [call && `call ${call.id}`, activeflow && `activeflow ${activeflow.id}`].filter(Boolean).join(', ');
  const end = isOver(run) ? endingOf(run) : undefined;
  return [
    `${name} (${run.profile})`,
    ...(ids ? [ids] : []),
    '',
    ...(lines.length > 0 ? lines : ['Nothing has happened yet.']),
    ...(end ? ['', [end.text, end.figures].filter(Boolean).join(' ')] : []),
    '',
  ].join('\n');
}
