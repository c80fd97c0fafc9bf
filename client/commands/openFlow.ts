import { flowText, plainAction } from '../run/flowBody';
import { createFlowLinks } from '../run/flowLinks';
import { chooseFlow } from './chooseFlow';
import type { CommandContext } from './context';

/** Shows one of the account's registered flows in a new editor; ids that VoIPbin made stay, and the editor stands for the flow. */
export async function openFlow(context: CommandContext): Promise<void> {
  const connection = await context.connect();
  if (!connection) return;
  const { api, profile } = connection;
  const chosen = await chooseFlow(context, connection, {
    title: 'Open Registered Flow',
    placeholder: 'Which flow?',
  });
  if (chosen === undefined || chosen === 'else') return;
  // A list may be older than what was changed since.
  const flow = await context.ui.during(`Reading "${chosen.name ?? chosen.id}"`, (signal) =>
    api.getFlow(chosen.id, { signal }),
  );
  const { name = '', detail = '', on_complete_flow_id, tm_update } = flow;
  const text = flowText({ name, detail, on_complete_flow_id, actions: flow.actions.map(plainAction) });
  const uri = await context.documents.openUntitled(text);
  await createFlowLinks(context.memory).set(profile.name, uri, { flowId: flow.id, name, tmUpdate: tm_update });
}
