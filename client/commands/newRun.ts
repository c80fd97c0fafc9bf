import type { Call } from '../api/resources';
import type { Profile } from '../profiles/profile';
import type { Run, RunDocument, RunKind } from '../run/run';
import { emptyTrace } from '../run/traceModel';
import type { CommandContext } from './context';

/** A run that begins now and of which nothing is known yet. */
export function newRun(
  { newId, clock }: CommandContext,
  { profile }: { readonly profile: Pick<Profile, 'name'> },
  kind: RunKind,
  document: RunDocument,
  known: { readonly destination?: string | undefined; readonly call?: Call | undefined } = {},
): Run {
  return {
    id: newId(),
    kind,
    document,
    destination: known.destination,
    profile: profile.name,
    startedAt: clock.now(),
    endedAt: undefined,
    phase: 'starting',
    call: known.call,
    activeflow: undefined,
    events: undefined,
    trace: emptyTrace,
    incidents: [],
    problem: undefined,
    canHangUp: true,
  };
}
