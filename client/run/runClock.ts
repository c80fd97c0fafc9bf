import { parseTime } from '../api/parseTime';
import type { ShownRun } from './run';

/** What time it is, in milliseconds since 1970: here, and on the clock of the local VoIPbin, which can run fast. */
export interface Now {
  readonly here: number;
  readonly local: number;
}

/**
 * When the call of a run was answered, in milliseconds since the run began; 0 before that and without a call.
 *
 * Every time of a run that a person sees counts from there, as on a telephone.
 */
export function answeredAfter({ call }: Pick<ShownRun, 'call'>): number {
  const began = parseTime(call?.tm_create);
  const answered = parseTime(call?.tm_progressing);
  return began === undefined || answered === undefined ? 0 : Math.max(0, answered - began);
}

/** How long a run goes on at this moment, in milliseconds: since its call was answered, before that since it was placed. */
export function runTime(run: ShownRun, { here, local }: Now): number {
  const placed = run.profile === 'local' ? parseTime(run.call?.tm_create) : undefined;
  const passed = placed === undefined ? here - run.startedAt : local - placed;
  return passed - answeredAfter(run);
}
