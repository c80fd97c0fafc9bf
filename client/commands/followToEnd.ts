import type { CheckSettings } from '../../flow';
import type { Groupcall } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import { followGroupcall } from '../run/followGroupcall';
import { followActiveflow, followCall } from '../run/followRun';
import { runName, type ShownRun } from '../run/run';
import type { HangUp, RunHandle } from '../run/runs';
import { announceEnd } from './announceEnd';
import type { CommandContext, Connection } from './context';

/** What a run shows: a call, the calls of a group of which one is answered, or a flow that runs without a call; by VoIPbin's ids. */
export type Followed = { readonly call: string } | { readonly group: Groupcall } | { readonly activeflow: string };

export interface FollowOptions {
  readonly checkSettings: CheckSettings;
  /** Ends it from here, where that is more than what is followed. */
  readonly hangUp?: HangUp;
  /** Whether its end is told. */
  readonly isTold?: (over: ShownRun) => boolean;
}

/** Adds a run, keeps it as what it shows is, and tells how it ended. */
export function followToEnd(
  context: CommandContext,
  { api, local }: Connection,
  run: ShownRun,
  followed: Followed,
  { checkSettings, hangUp = () => hangUpOf(api, followed), isTold = () => true }: FollowOptions,
): RunHandle {
  const { clock, random, runs, log, timeOfDay } = context;
  const handle = runs.add(run, hangUp);
  const settings = { clock, random, tracing: local?.tracing };
  const following =
    'call' in followed
      ? followCall(handle, api, followed.call, settings)
      : 'group' in followed
        ? followGroupcall(handle, api, followed.group, settings)
        : followActiveflow(handle, api, followed.activeflow, settings);
  following
    .then(() => {
      const over = handle.current();
      if (isTold(over)) announceEnd(context, over, checkSettings);
    })
    .catch((error: unknown) => log.error(`following ${runName(run, timeOfDay)} failed: ${error}`));
  return handle;
}

async function hangUpOf(api: VoipbinApi, followed: Followed): Promise<void> {
  if ('call' in followed) await api.hangupCall(followed.call);
  else if ('group' in followed) await api.hangupGroupcall(followed.group.id);
  else await api.stopActiveflow(followed.activeflow);
}
