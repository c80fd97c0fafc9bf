import type { CheckSettings } from '../../flow';
import { shortAddress } from '../run/destination';
import type { IncomingCall } from '../run/localParts';
import type { RunDocument, ShownRun } from '../run/run';
import type { CommandContext, LocalConnection } from './context';
import { followWithPlaced } from './followWithPlaced';
import { newRun } from './newRun';

/** Has the local phone call a number, and follows the call. Gives the reason if the number cannot be called. */
export async function followIncoming(
  context: CommandContext,
  connection: LocalConnection,
  incoming: IncomingCall,
  document: RunDocument,
  checkSettings: CheckSettings,
  known: Pick<ShownRun, 'world'> & Partial<Pick<ShownRun, 'incidents'>> = {},
): Promise<string | undefined> {
  // It has to be there before anything is heard.
  await context.ui.command('voipbin.showPhone');
  const dialled = connection.local.dial(incoming);
  if ('problem' in dialled) return dialled.problem;
  const run = newRun(context, connection, 'call', document, { caller: shortAddress(incoming.from), ...known });
  followWithPlaced(context, connection, run, { call: dialled.callId }, { checkSettings });
  return undefined;
}
