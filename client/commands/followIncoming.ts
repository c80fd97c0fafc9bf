import type { CheckSettings } from '../../flow/checks/runChecks';
import type { WorldScript } from '../../flow/simulator';
import { shortAddress } from '../run/destination';
import { followCall } from '../run/followRun';
import type { Incident, RunDocument } from '../run/run';
import { announceEnd } from './announceEnd';
import type { CommandContext, IncomingCall, LocalConnection } from './context';
import { followPlaced } from './followPlaced';
import { newRun } from './newRun';

interface FollowedCall {
  readonly incidents: readonly Incident[];
  readonly world?: WorldScript | undefined;
  readonly checkSettings: CheckSettings;
}

/** Has the local phone call a number, and follows the call. Gives the reason if the number cannot be called. */
export async function followIncoming(
  context: CommandContext,
  connection: LocalConnection,
  incoming: IncomingCall,
  document: RunDocument,
  { incidents, world, checkSettings }: FollowedCall,
): Promise<string | undefined> {
  const { ui, clock, random, runs, log } = context;
  const { api, local } = connection;
  // It has to be there before anything is heard.
  await ui.command('voipbin.showPhone');
  const dialled = local.dial(incoming);
  if ('problem' in dialled) return dialled.problem;
  const { callId } = dialled;
  const known = newRun(context, connection, 'call', document, { caller: shortAddress(incoming.from) });
  const handle = runs.add({ ...known, incidents, world }, async () => void (await api.hangupCall(callId)));
  followPlaced(context, connection, handle, checkSettings);
  followCall(handle, api, callId, { clock, random, tracing: local.tracing })
    .then(() => announceEnd(context, handle.current(), checkSettings))
    .catch((error: unknown) => log.error(`following the call failed: ${error}`));
  return undefined;
}
