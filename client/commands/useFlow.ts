import type { FlowToUse } from '../../server/protocol';
import type { CommandContext } from './context';
import { readLinkedFlow } from './readLinkedFlow';
import { registerFlow } from './registerFlow';

/** Puts the id of a file's flow where it is wanted, after the file is registered where it is not. */
export async function useFlow(context: CommandContext, { file, uri, offset, text }: FlowToUse): Promise<void> {
  const connection = await context.connect();
  if (!connection) return;
  const { links } = context;
  const { profile } = connection;
  const document = await context.documents.find(file);
  const known = links.find(profile.name, file);
  if (!document || !known) await registerFlow(context, file);
  else if (!(await readLinkedFlow(context, connection, known, document))) return;
  const link = links.find(profile.name, file);
  // It was not registered: why was said.
  if (!link) return;
  const isPut = await context.documents.replace(uri, { offset, before: text, after: JSON.stringify(link.flowId) });
  if (!isPut)
    context.ui.tell('warning', `The flow has changed meanwhile. Write the id of "${link.name}" there: ${link.flowId}`);
}
