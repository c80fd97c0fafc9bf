import { nilUuid } from '../../flow';
import { type AnsweredNumber, numberName } from '../run/answeredNumbers';
import { chooseNumber } from './chooseNumber';
import type { CommandContext } from './context';
import { type NumberChange, writeNumberFlows } from './writeNumberFlows';

/** Takes a flow out of service: it no longer answers the calls to a number, its messages, or both. */
export async function detachFlow(context: CommandContext): Promise<void> {
  const { ui } = context;
  const connection = await context.connect();
  if (!connection) return;
  const chosen = await chooseNumber(context, connection, {
    title: 'Detach Flow from Number',
    placeholder: 'Which number?',
    none: 'No flow answers a number of this account.',
    isOffered: isAnswered,
  });
  if (!chosen) return;
  const { number } = chosen;
  const name = numberName(number);
  const done = await writeNumberFlows(context, connection, number.id, {
    message: (now) => (isAnswered(now) ? `Detach from ${name}?` : `No flow answers ${name} any more.`),
    // Source: bin-call-manager/pkg/callhandler/start.go startCallTypeFlow: without a flow there is no activeflow, and the channel is hung up.
    notes: ['The flow stays registered. VoIPbin hangs up on callers of a number without a flow.'],
    changes: changesFor,
    doing: 'Detaching the flow from',
  });
  if (!done) return;
  const { calls, messages } = done.flows;
  const what = calls && messages ? 'calls or messages' : calls ? 'calls' : 'messages';
  ui.tell('information', `No flow answers ${what} to ${name} any more.`);
}

const isAnswered = ({ calls, messages }: AnsweredNumber) => calls !== undefined || messages !== undefined;

function changesFor({ calls, messages }: AnsweredNumber): readonly NumberChange[] {
  const ofCalls = { button: 'Detach from Calls', flows: { calls: nilUuid } };
  const ofMessages = { button: 'Detach from Messages', flows: { messages: nilUuid } };
  const ofBoth = { button: 'Detach from Both', flows: { calls: nilUuid, messages: nilUuid } };
  if (calls !== undefined && messages !== undefined) return [ofCalls, ofMessages, ofBoth];
  if (calls !== undefined) return [ofCalls];
  return messages === undefined ? [] : [ofMessages];
}
