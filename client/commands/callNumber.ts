import type { AddressBody } from '../api/bodies';
import { type AnsweredNumber, listAnsweredNumbers, numberName } from '../run/answeredNumbers';
import { keepCaller, readCaller } from '../run/callers';
import { shortAddress } from '../run/destination';
import { followActiveflow } from '../run/followRun';
import { announceEnd } from './announceEnd';
import type { CommandContext, LocalConnection } from './context';
import { followIncoming } from './followIncoming';
import { followPlaced } from './followPlaced';
import { newRun } from './newRun';
import { registeredDocument } from './registeredDocument';

/** A number of the local VoIPbin and who calls it, both as they were typed on the phone. */
export interface Dialling {
  readonly number: string;
  readonly from: string;
}

/** Calls a number of the local VoIPbin: the flow that is attached to it answers. */
export async function callNumber(context: CommandContext, dialled: Dialling): Promise<void> {
  const connection = await context.connectLocal();
  const found = await findNumber(context, connection, dialled, 'calls');
  if (!found) return;
  const { from, flowId, answered } = found;
  const { document, checkSettings } = await registeredDocument(
    context,
    connection,
    await connection.api.getFlow(flowId),
  );
  const call = { number: answered.number.number, from };
  await followIncoming(context, connection, call, document, { incidents: [], checkSettings });
}

/** Sends a text message to a number of the local VoIPbin: its message flow runs. */
export async function messageNumber(
  context: CommandContext,
  { text, ...dialled }: Dialling & { readonly text: string },
): Promise<void> {
  const { ui, clock, random, runs, log } = context;
  const connection = await context.connectLocal();
  const { api, local } = connection;
  const found = await findNumber(context, connection, dialled, 'messages');
  if (!found) return;
  const { from, flowId, answered } = found;
  const { document, checkSettings } = await registeredDocument(context, connection, await api.getFlow(flowId));
  const sent = local.text({ number: answered.number.number, from, text });
  if ('problem' in sent) return ui.tell('warning', sent.problem);
  const { activeflowId } = sent;
  const known = newRun(context, connection, 'activeflow', document, { caller: `Message from ${shortAddress(from)}` });
  const handle = runs.add(known, async () => void (await api.stopActiveflow(activeflowId)));
  followPlaced(context, connection, handle, checkSettings);
  followActiveflow(handle, api, activeflowId, { clock, random, tracing: local.tracing })
    .then(() => announceEnd(context, handle.current(), checkSettings))
    .catch((error: unknown) => log.error(`following the flow of a message failed: ${error}`));
}

async function findNumber(
  { ui, memory }: CommandContext,
  { api, local }: LocalConnection,
  { number, from }: Dialling,
  what: 'calls' | 'messages',
): Promise<{ readonly answered: AnsweredNumber; readonly from: AddressBody; readonly flowId: string } | undefined> {
  const caller = readCaller(from, memory, local.caller);
  if ('problem' in caller) {
    ui.tell('warning', caller.problem);
    return undefined;
  }
  const wanted = number.replace(/[^\d+]/g, '');
  const numbers = await listAnsweredNumbers(api);
  const answered = numbers.find((entry) => entry.number.number === wanted);
  if (!answered) {
    if (wanted === '') {
      ui.tell('warning', 'Type or choose a number.');
      return undefined;
    }
    const known = numbers.map((entry) => numberName(entry.number)).join(', ');
    ui.tell('warning', `${number} is not a number of the local VoIPbin. It has ${known}.`);
    return undefined;
  }
  const flowId = what === 'calls' ? answered.number.call_flow_id : answered.number.message_flow_id;
  if (flowId === undefined) {
    ui.tell('warning', `No flow answers ${what} to ${numberName(answered.number)}. Attach one to the number.`, {
      label: 'Attach Flow to Number',
      run: () => ui.command('voipbin.attachFlow'),
    });
    return undefined;
  }
  await keepCaller(memory, caller.address);
  return { answered, from: caller.address, flowId };
}
