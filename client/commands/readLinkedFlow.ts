import { readFlow } from '../../flow';
import { ApiError } from '../api/apiError';
import type { Flow } from '../api/resources';
import type { FlowLink } from '../run/flowLinks';
import { comparedWith } from '../run/linkedFlow';
import type { CommandContext, Connection, FlowDocument } from './context';

/** The registered flow that a document stands for, as VoIPbin has it now; undefined, and told, if it was deleted there. */
export async function readLinkedFlow(
  context: CommandContext,
  connection: Connection,
  link: FlowLink,
  document: FlowDocument,
): Promise<Flow | undefined> {
  const flow = await lookAtLinkedFlow(context, connection, link, document);
  if (flow) return flow;
  const { ui } = context;
  ui.tell('warning', `The registered flow "${link.name}" no longer exists. Register ${document.name} again.`, {
    label: 'Register Flow',
    run: () => ui.command('voipbin.registerFlow', document.uri),
  });
  return undefined;
}

/** The same without a message. The link is compared with what VoIPbin has, or removed where it has nothing any more. */
export async function lookAtLinkedFlow(
  { ui, links }: CommandContext,
  { api, profile }: Connection,
  link: FlowLink,
  document: FlowDocument,
): Promise<Flow | undefined> {
  try {
    const flow = await ui.during(`Reading "${link.name}"`, (signal) => api.getFlow(link.flowId, { signal }));
    const model = readFlow(document.text, { jsonc: document.jsonc });
    // A flow that was only chosen is linked when it is written.
    if (links.find(profile.name, document.uri)?.flowId === flow.id)
      await links.set(profile.name, document.uri, await comparedWith(flow, link, model));
    return flow;
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'notFound') throw error;
    await links.remove(profile.name, document.uri);
    return undefined;
  }
}
