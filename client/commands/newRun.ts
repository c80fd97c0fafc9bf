import type { Call } from '../api/resources';
import type { Profile } from '../profiles/profile';
import type { RunDocument, RunKind, ShownRun } from '../run/run';
import { emptyTrace } from '../run/traceModel';
import type { CommandContext } from './context';

interface KnownRun {
  readonly destination?: string | undefined;
  readonly caller?: string | undefined;
  readonly groupcall?: string | undefined;
  readonly call?: Call | undefined;
}

/** A run that begins now and of which nothing is known yet. */
export function newRun(
  { newId, clock }: Pick<CommandContext, 'newId' | 'clock'>,
  { profile }: { readonly profile: Pick<Profile, 'name'> },
  kind: RunKind,
  document: RunDocument,
  known: KnownRun = {},
): ShownRun {
  return {
    id: newId(),
    kind,
    document,
    destination: known.destination,
    caller: known.caller,
    groupcall: known.groupcall,
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
