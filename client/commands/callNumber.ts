import type { AddressBody } from '../api/bodies';
import { type AnsweredNumber, listAnsweredNumbers, numberName } from '../run/answeredNumbers';
import { keepCaller, readCaller } from '../run/callers';
import { shortAddress } from '../run/destination';
import type { DialledNumber, DialRefusal } from '../run/dialRefusal';
import type { CommandContext, LocalConnection } from './context';
import { followIncoming } from './followIncoming';
import { followWithPlaced } from './followWithPlaced';
import { newRun } from './newRun';
import { registeredDocument } from './registeredDocument';

/** Calls a number of the local VoIPbin: the flow that is attached to it answers. Gives the reason if it is not called. */
export async function callNumber(context: CommandContext, dialled: DialledNumber): Promise<DialRefusal | undefined> {
  const connection = await context.connectLocal();
  const found = await findNumber(context, connection, dialled, 'calls');
  if ('text' in found) return found;
  const { from, flowId, answered } = found;
  const { document, checkSettings } = await registeredDocument(context, connection, flowId);
  const call = { number: answered.number.number, from };
  const problem = await followIncoming(context, connection, call, document, checkSettings);
  return problem === undefined ? undefined : refusal(problem);
}

/** Sends a text message to a number of the local VoIPbin: its message flow runs. Gives the reason if it is not sent. */
export async function messageNumber(
  context: CommandContext,
  { text, ...dialled }: DialledNumber & { readonly text: string },
): Promise<DialRefusal | undefined> {
  const connection = await context.connectLocal();
  const found = await findNumber(context, connection, dialled, 'messages');
  if ('text' in found) return found;
  const { from, flowId, answered } = found;
  const { document, checkSettings } = await registeredDocument(context, connection, flowId);
  const sent = connection.local.text({ number: answered.number.number, from, text });
  if ('problem' in sent) return refusal(sent.problem);
  const run = newRun(context, connection, 'activeflow', document, { caller: `Message from ${shortAddress(from)}` });
  followWithPlaced(context, connection, run, { activeflow: sent.activeflowId }, { checkSettings });
  return undefined;
}

interface FoundNumber {
  readonly answered: AnsweredNumber;
  readonly from: AddressBody;
  readonly flowId: string;
}

async function findNumber(
  { memory }: CommandContext,
  { api, local }: LocalConnection,
  { number, from }: DialledNumber,
  what: 'calls' | 'messages',
): Promise<FoundNumber | DialRefusal> {
  const caller = readCaller(from, memory, local.caller);
  if ('problem' in caller) return refusal(caller.problem);
  const wanted = number.replace(/[^\d+]/g, '');
  if (wanted === '') return refusal('Type or choose a number.');
  const numbers = await listAnsweredNumbers(api);
  const answered = numbers.find((entry) => entry.number.number === wanted);
  if (!answered) {
    const known = numbers.map((entry) => numberName(entry.number)).join(', ');
    return refusal(`${number} is not a number of the local VoIPbin. It has ${known}.`);
  }
  const flowId = what === 'calls' ? answered.number.call_flow_id : answered.number.message_flow_id;
  if (flowId === undefined) {
    const text = `No flow answers ${what} to ${numberName(answered.number)}. Attach one to the number.`;
    return { text, lacksFlow: true };
  }
  await keepCaller(memory, caller.address);
  return { answered, from: caller.address, flowId };
}

const refusal = (text: string): DialRefusal => ({ text, lacksFlow: false });
