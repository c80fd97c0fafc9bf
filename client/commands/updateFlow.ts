import { ApiError } from '../api/apiError';
import type { FlowBody } from '../api/bodies';
import { isSameTime } from '../api/parseTime';
import type { Flow } from '../api/resources';
import { comparableFlow, documentFlow, flowText, storedFlow } from '../run/flowBody';
import { createFlowLinks, type FlowLink } from '../run/flowLinks';
import { checkedDocument } from './checkedDocument';
import { chooseFlow } from './chooseFlow';
import type { CommandContext, Connection, FlowDocument } from './context';
import { noFlow, registerNew } from './registerNew';

/**
 * Puts the flow of a document in the place of the registered one that it stands for, after showing what changes.
 *
 * VoIPbin replaces the whole flow, so a change that was made elsewhere would be gone without a word: it is told, and looked for once more
 * just before writing.
 */
export async function updateFlow(context: CommandContext, uri?: string): Promise<void> {
  const checked = await checkedDocument(context, uri, 'registered');
  if (!checked) return;
  const { document, model } = checked;
  const flow = documentFlow(model);
  if (!flow) return context.ui.tell('warning', noFlow(document.name));
  const connection = await context.connect();
  if (!connection) return;
  const link = await linkOf(context, connection, document, flow);
  if (!link) return;
  let expected = link.tmUpdate;
  for (;;) {
    const there = await readFlow(context, connection, link, document);
    if (!there) return;
    const body: FlowBody = { ...flow, name: flow.name ?? there.name ?? link.name };
    const wasChanged = !isSameTime(there.tm_update, expected);
    const stored = storedFlow(body);
    const [left, right] = [flowText(comparableFlow(there, stored)), flowText(stored)];
    if (left === right) {
      await remember(context, connection, document, there, link);
      return context.ui.tell('information', `"${body.name}" is registered just as ${document.name} has it.`);
    }
    if (!(await mayReplace(context, document, body.name, left, right, wasChanged))) return;
    const now = await connection.api.getFlow(link.flowId);
    expected = there.tm_update;
    // Somebody was faster while the user read: the difference is another one now.
    if (!isSameTime(now.tm_update, expected)) continue;
    const { api } = connection;
    const written = await context.ui.during(`Updating "${body.name}"`, (signal) =>
      api.updateFlow(link.flowId, body, { signal }),
    );
    await remember(context, connection, document, written, { ...link, name: body.name });
    context.ui.tell('information', `"${body.name}" is updated. Calls that begin from now on run it.`);
    return;
  }
}

/** The registered flow of the document; the user chooses one where there is none yet. */
async function linkOf(
  context: CommandContext,
  connection: Connection,
  document: FlowDocument,
  flow: NonNullable<ReturnType<typeof documentFlow>>,
): Promise<FlowLink | undefined> {
  const known = createFlowLinks(context.memory).find(connection.profile.name, document.uri);
  if (known) return known;
  const chosen = await chooseFlow(context, connection, {
    title: `Update Registered Flow: ${document.name}`,
    placeholder: 'This file stands for no registered flow yet. Which one shall it replace?',
    orElse: 'Register It as a New Flow',
  });
  if (chosen === 'else') await registerNew(context, connection, document, flow);
  if (chosen === undefined || chosen === 'else') return undefined;
  // What the file never was compared with counts as changed elsewhere only from here on.
  return { flowId: chosen.id, name: chosen.name ?? '', tmUpdate: chosen.tm_update };
}

async function readFlow(
  { ui, memory }: CommandContext,
  { api, profile }: Connection,
  link: FlowLink,
  document: FlowDocument,
): Promise<Flow | undefined> {
  try {
    return await ui.during(`Reading "${link.name}"`, (signal) => api.getFlow(link.flowId, { signal }));
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'notFound') throw error;
    await createFlowLinks(memory).remove(profile.name, document.uri);
    const text = `The registered flow "${link.name}" is gone. ${document.name} stands for no registered flow now; register it anew.`;
    ui.tell('warning', text);
    return undefined;
  }
}

async function mayReplace(
  { ui, documents }: CommandContext,
  document: FlowDocument,
  name: string,
  there: string,
  here: string,
  wasChanged: boolean,
): Promise<boolean> {
  const close = await documents.showDiff(`${name}: Registered ↔ ${document.name}`, there, here);
  const reply = await ui.pick<boolean>({
    title: 'Update Registered Flow',
    placeholder: wasChanged
      ? `"${name}" was changed elsewhere since. On the left is what is there now`
      : 'On the left is what is registered, on the right what will be',
    choices: [
      {
        icon: wasChanged ? 'warning' : 'cloud-upload',
        label: wasChanged ? `Overwrite "${name}" All the Same` : `Update "${name}"`,
        detail: 'The whole flow is replaced by what is on the right.',
        pick: { value: true },
      },
      { icon: 'close', label: 'Leave It as It Is', pick: { value: false } },
    ],
  });
  await close();
  return typeof reply !== 'string' && reply.value;
}

async function remember(
  { memory }: CommandContext,
  { profile }: Connection,
  { uri }: FlowDocument,
  { id, tm_update }: Flow,
  { name }: FlowLink,
): Promise<void> {
  await createFlowLinks(memory).set(profile.name, uri, { flowId: id, name, tmUpdate: tm_update });
}
