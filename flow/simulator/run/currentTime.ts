import { parseUtc } from '../go/parseUtc';
import { ask } from './ask';
import type { Run, Script } from './run';

/** The date and time now. The outside knows those of virtual time 0; a text that is not a time counts as 1970. */
export function* currentTime(run: Run): Script<Date> {
  const answer = yield* ask(run, { kind: 'clock' });
  const given = answer.kind === 'clock' ? answer.now : 0;
  const start = typeof given === 'number' ? given : parseUtc(given);
  const now = new Date((Number.isNaN(start) ? 0 : start) + run.clock);
  return Number.isNaN(now.getTime()) ? new Date(0) : now;
}
