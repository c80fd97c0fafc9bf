import { ApiError } from '../api/apiError';
import type { Flow } from '../api/resources';
import { createFlowLinks, type FlowLink } from '../run/flowLinks';
import type { CommandContext, Connection, FlowDocument } from './context';

/**
 * The registered flow that a document stands for, as VoIPbin has it now.
 *
 * Undefined if it was deleted there: the link is removed, and the user is told.
 */
export async function readLinkedFlow(
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
    const text = `The registered flow "${link.name}" no longer exists. Register ${document.name} again.`;
    ui.tell('warning', text, {
      label: 'Register Flow',
      run: () => ui.command('voipbin.registerFlow', document.uri),
    });
    return undefined;
  }
}
