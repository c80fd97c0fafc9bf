import { idsAsNames } from '../../flow';
import type { FlowBody } from '../api/bodies';
import { isSameTime } from '../api/parseTime';
import type { Flow } from '../api/resources';
import { asStored, comparableFlow, type DocumentFlow, documentFlow, flowText } from '../run/flowBody';
import type { FlowLink } from '../run/flowLinks';
import { flowLinkTo } from '../run/linkedFlow';
import { checkedDocument, type Errors } from './checkedDocument';
import { chooseFlow } from './chooseFlow';
import type { CommandContext, Connection, FlowDocument } from './context';
import { readLinkedFlow } from './readLinkedFlow';
import { noFlowToRegister, registerNew } from './registerNew';

/**
 * Puts the flow of a document in the place of the registered one that it stands for, after showing what changes.
 *
 * VoIPbin replaces the whole flow, so a change that was made elsewhere would be lost silently: it is told, and looked for once more
 * just before writing.
 */
export async function updateFlow(context: CommandContext, uri?: string, errors: Errors = 'stop'): Promise<void> {
  const checked = await checkedDocument(context, uri, 'updated', errors, updateFlow);
  if (!checked) return;
  const { document, model } = checked;
  const flow = documentFlow(model);
  if (!flow) return context.ui.tell('warning', noFlowToRegister(document.name));
  const connection = await context.connect();
  if (!connection) return;
  const link = await linkOf(context, connection, document, flow);
  if (!link) return;
  const remember = async (registered: Flow, body: FlowBody) =>
    context.links.set(connection.profile.name, document.uri, await flowLinkTo(registered, body));
  let expected = link.tmUpdate;
  for (;;) {
    const there = await readLinkedFlow(context, connection, link, document);
    if (!there) return;
    const body: FlowBody = { ...flow, name: flow.name ?? there.name ?? link.name };
    const wasChanged = !isSameTime(there.tm_update, expected);
    const stored = asStored(body);
    const [left, right] = [flowText(comparableFlow(there, stored)), flowText(stored)];
    if (left === right) {
      await remember(there, body);
      return context.ui.tell('information', `"${body.name}" is already the same as ${document.name}.`);
    }
    const shown = { left: idsAsNames(model, left), right: idsAsNames(model, right) };
    if (!(await mayReplace(context, document, body.name, shown.left, shown.right, wasChanged))) return;
    const now = await connection.api.getFlow(link.flowId);
    expected = there.tm_update;
    // Another change was made while the user read: the difference is another one now.
    if (!isSameTime(now.tm_update, expected)) continue;
    const { api } = connection;
    const written = await context.ui.during(`Updating "${body.name}"`, (signal) =>
      api.updateFlow(link.flowId, body, { signal }),
    );
    await remember(written, body);
    context.ui.tell('information', `"${body.name}" is updated. New calls run it.`);
    return;
  }
}

/** The registered flow of the document; the user chooses one where there is none yet. */
async function linkOf(
  context: CommandContext,
  connection: Connection,
  document: FlowDocument,
  flow: DocumentFlow,
): Promise<FlowLink | undefined> {
  const known = context.links.find(connection.profile.name, document.uri);
  if (known) return known;
  const chosen = await chooseFlow(context, connection, {
    title: `Update Registered Flow: ${document.name}`,
    placeholder: 'This file is not linked to a registered flow yet. Which flow should it replace?',
    orElse: 'Register It as a New Flow',
  });
  if (chosen === 'else') await registerNew(context, connection, document, flow);
  if (chosen === undefined || chosen === 'else') return undefined;
  // What the file never was compared with counts as changed elsewhere only from here on.
  return { flowId: chosen.id, name: chosen.name ?? '', tmUpdate: chosen.tm_update };
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
      ? `"${name}" was changed elsewhere. On the left is the registered flow as it is now`
      : 'On the left is the registered flow, on the right the new one',
    choices: [
      {
        icon: wasChanged ? 'warning' : 'cloud-upload',
        label: wasChanged ? `Overwrite "${name}" Anyway` : `Update "${name}"`,
        detail: 'Replaces the whole flow with the one on the right.',
        pick: { value: true },
      },
      { icon: 'close', label: 'Cancel', pick: { value: false } },
    ],
  });
  await close();
  return typeof reply !== 'string' && reply.value;
}
