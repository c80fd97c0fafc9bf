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
export function answeredAfter({ call, events }: Pick<ShownRun, 'call' | 'events'>): number {
  const began = call ? parseTime(call.tm_create) : events?.[0]?.time;
  const answered = call ? parseTime(call.tm_progressing) : events?.find(({ type }) => type === 'answered')?.time;
  return began === undefined || answered === undefined ? 0 : Math.max(0, answered - began);
}

/** How long a run goes on at this moment, in milliseconds: since its call was answered, before that since it was placed. */
export function runTime(run: ShownRun, now: Now): number {
  return passedIn(run, now) - answeredAfter(run);
}

function passedIn({ profile, call, startedAt, events, virtualNow }: ShownRun, { here, local }: Now): number {
  const began = events?.[0]?.time;
  if (virtualNow) return began === undefined ? 0 : virtualNow() - began;
  const placed = profile === 'local' ? (parseTime(call?.tm_create) ?? began) : undefined;
  return placed === undefined ? here - startedAt : local - placed;
}
