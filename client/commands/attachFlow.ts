import { type AnsweredNumber, numberName } from '../run/answeredNumbers';
import { chooseFlow } from './chooseFlow';
import { chooseNumber } from './chooseNumber';
import type { CommandContext, Connection, FlowDocument } from './context';
import { readLinkedFlow } from './readLinkedFlow';
import { type NumberChange, writeNumberFlows } from './writeNumberFlows';

/** Puts a registered flow into service: from then on it answers the calls to a number, its messages, or both. */
export async function attachFlow(context: CommandContext, uri?: string): Promise<void> {
  const { ui, documents } = context;
  const connection = await context.connect();
  if (!connection) return;
  const document = await documents.find(uri);
  const flow = await flowToAttach(context, connection, document);
  if (!flow) return;
  const name = flow.name || flow.id;
  const chosen = await chooseNumber(context, connection, {
    title: `Attach Flow to Number: ${name}`,
    placeholder: `Choose the number that "${name}" answers`,
    none: 'This account has no number yet.',
    isOffered: () => true,
  });
  if (!chosen) return;
  const { number } = chosen;
  if (number.call_flow_id === flow.id && number.message_flow_id === flow.id) {
    return ui.tell('information', `"${name}" already answers calls and messages to ${numberName(number)}.`);
  }
  const done = await writeNumberFlows(context, connection, number.id, {
    message: () => `Attach "${name}" to ${numberName(number)}?`,
    notes: [
      'If you attach it for one of the two, the other stays as it is.',
      'The registered flow answers. After changes to the file run Update Registered Flow.',
    ],
    changes: (now) => changesFor(flow.id, now),
    doing: 'Attaching the flow to',
  });
  if (!done) return;
  const what = done.flows.calls && done.flows.messages ? 'calls and messages' : done.flows.calls ? 'calls' : 'messages';
  ui.tell(
    'information',
    `"${name}" answers ${what} to ${numberName(number)} from now on.`,
    ...(connection.local ? [{ label: 'Show Phone', run: () => ui.command('voipbin.showPhone') }] : []),
  );
}

function changesFor(flowId: string, { number }: AnsweredNumber): readonly NumberChange[] {
  const both = { button: 'Attach for Both', flows: { calls: flowId, messages: flowId } };
  const calls = { button: 'Attach for Calls', flows: { calls: flowId } };
  const messages = { button: 'Attach for Messages', flows: { messages: flowId } };
  if (number.call_flow_id === flowId) return [messages];
  return number.message_flow_id === flowId ? [calls] : [calls, messages, both];
}

/** The registered flow of the document; the user chooses one where it has none. */
async function flowToAttach(
  context: CommandContext,
  connection: Connection,
  document: FlowDocument | undefined,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const link = document && context.links.find(connection.profile.name, document.uri);
  if (document && link) {
    const flow = await readLinkedFlow(context, connection, link, document);
    return flow && { id: flow.id, name: flow.name || link.name };
  }
  const chosen = await chooseFlow(context, connection, {
    title: 'Attach Flow to Number',
    placeholder: 'Choose the registered flow that answers a number',
    ...(document ? { instead: `Register ${document.name} First` } : {}),
  });
  // Registering offers to attach the flow when it is done.
  if (chosen === 'else') await context.ui.command('voipbin.registerFlow', document?.uri);
  return chosen === undefined || chosen === 'else' ? undefined : { id: chosen.id, name: chosen.name ?? '' };
}
