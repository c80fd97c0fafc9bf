import type { documentFlow } from '../run/flowBody';
import { createFlowLinks } from '../run/flowLinks';
import type { CommandContext, Connection, FlowDocument } from './context';

/** Makes a new flow of the account of a document's flow, asking for its name where the document has none, and links the two. */
export async function registerNew(
  { ui, memory, log }: CommandContext,
  { api, profile }: Connection,
  document: FlowDocument,
  flow: NonNullable<ReturnType<typeof documentFlow>>,
): Promise<void> {
  const name = flow.name ?? (await askName(ui, document.name));
  if (name === undefined) return;
  const made = await ui.during(`Registering "${name}"`, (signal) => api.createFlow({ ...flow, name }, { signal }));
  await createFlowLinks(memory).set(profile.name, document.uri, { flowId: made.id, name, tmUpdate: made.tm_update });
  log.info(`${document.name} is registered as flow ${made.id} on ${profile.name}.`);
  ui.tell(
    'information',
    `"${name}" is registered. Choose it for a number, or change the file and run Update Registered Flow.`,
    { label: 'Copy Id', run: () => ui.copy(made.id) },
  );
}

export const noFlow = (name: string) =>
  `${name} holds no flow that can be registered. Put its actions into a list, or into an object with "actions".`;

async function askName(ui: CommandContext['ui'], file: string): Promise<string | undefined> {
  const reply = await ui.ask({
    title: `Register Flow: ${file}`,
    prompt: 'The name under which VoIPbin lists the flow; the file has none.',
    value: file.replace(/\.flow\.jsonc?$|\.jsonc?$/, ''),
    check: (text) => (text.trim() === '' ? 'A flow without a name is hard to find. Type one.' : undefined),
  });
  return typeof reply === 'string' ? undefined : reply.value.trim();
}
