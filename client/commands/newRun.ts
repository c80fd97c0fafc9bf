import type { Profile } from '../profiles/profile';
import type { RunDocument, RunKind, ShownRun } from '../run/run';
import { emptyTrace } from '../run/traceModel';
import type { CommandContext } from './context';

/** A run that begins now and of which nothing else is known yet. */
export function newRun(
  { newId, clock }: Pick<CommandContext, 'newId' | 'clock'>,
  { profile }: { readonly profile: Pick<Profile, 'name'> },
  kind: RunKind,
  document: RunDocument,
  known: Partial<ShownRun> = {},
): ShownRun {
  return {
    id: newId(),
    kind,
    document,
    destination: undefined,
    profile: profile.name,
    startedAt: clock.now(),
    endedAt: undefined,
    phase: 'starting',
    call: undefined,
    activeflow: undefined,
    events: undefined,
    trace: emptyTrace,
    incidents: [],
    problem: undefined,
    canHangUp: true,
    ...known,
  };
}
