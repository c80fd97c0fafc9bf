import { readFlow } from '../../flow';
import { flowText, readableFlow } from '../run/flowBody';
import { differsFromRegistered, flowLinkTo } from '../run/linkedFlow';
import { chooseFlow } from './chooseFlow';
import type { CommandContext, Connection, FlowDocument } from './context';
import { readLinkedFlow } from './readLinkedFlow';

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
  const known = context.links.documentOf(profile.name, chosen.id);
  // The file may be gone, or the editor that had it closed without saving.
  const linked = known === undefined ? undefined : await context.documents.find(known).catch(() => undefined);
  if (linked) return showLinked(context, connection, linked);
  // A list may be older than what was changed since.
  const flow = await context.ui.during(`Reading "${chosen.name ?? chosen.id}"`, (signal) =>
    api.getFlow(chosen.id, { signal }),
  );
  const body = readableFlow(flow);
  const uri = await context.documents.openUntitled(flowText(body));
  await context.links.set(profile.name, uri, await flowLinkTo(flow, body));
}

/** Shows the file that stands for a registered flow, and says so if VoIPbin has another one now. */
async function showLinked(context: CommandContext, connection: Connection, document: FlowDocument): Promise<void> {
  const { ui, documents, links } = context;
  const find = () => links.find(connection.profile.name, document.uri);
  const known = find();
  await documents.show(document.uri);
  if (!known || !(await readLinkedFlow(context, connection, known, document))) return;
  const link = find();
  if (!link || !(await differsFromRegistered(readFlow(document.text, { jsonc: document.jsonc }), link))) return;
  ui.tell('information', `${document.name} differs from the registered flow "${link.name}" on the server.`, {
    label: 'Compare',
    run: () => ui.command('voipbin.updateFlow', document.uri),
  });
}
