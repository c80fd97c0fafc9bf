import { flowText, readableFlow } from '../run/flowBody';
import { createFlowLinks } from '../run/flowLinks';
import { linkTo } from '../run/linkedFlow';
import { chooseFlow } from './chooseFlow';
import type { CommandContext } from './context';

/** Shows the file that stands for one of the account's registered flows, else the flow in a new editor that then stands for it; ids that VoIPbin made stay. */
export async function openFlow(context: CommandContext): Promise<void> {
  const connection = await context.connect();
  if (!connection) return;
  const { api, profile } = connection;
  const chosen = await chooseFlow(context, connection, {
    title: 'Open Registered Flow',
    placeholder: 'Which flow?',
  });
  if (chosen === undefined || chosen === 'else') return;
  const links = createFlowLinks(context.memory);
  const linked = links.documentOf(profile.name, chosen.id);
  // The file may be gone, or the editor that had it closed without saving.
  if (linked !== undefined && (await context.documents.find(linked).catch(() => undefined)))
    return context.documents.show(linked);
  // A list may be older than what was changed since.
  const flow = await context.ui.during(`Reading "${chosen.name ?? chosen.id}"`, (signal) =>
    api.getFlow(chosen.id, { signal }),
  );
  const body = readableFlow(flow);
  const uri = await context.documents.openUntitled(flowText(body));
  await links.set(profile.name, uri, await linkTo(flow, body));
}
