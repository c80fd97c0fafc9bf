import { withoutFlowEnding } from '../../flow';
import type { DocumentFlow } from '../run/flowBody';
import { flowLinkTo } from '../run/linkedFlow';
import type { CommandContext, Connection, FlowDocument } from './context';

/** Makes a new flow of the account of a document's flow, asking for its name where the document has none, and links the two. */
export async function registerNew(
  { ui, links, log }: CommandContext,
  { api, profile }: Connection,
  document: FlowDocument,
  flow: DocumentFlow,
): Promise<void> {
  const name = flow.name ?? (await askName(ui, document.name));
  if (name === undefined) return;
  const body = { ...flow, name };
  const made = await ui.during(`Registering "${name}"`, (signal) => api.createFlow(body, { signal }));
  await links.set(profile.name, document.uri, await flowLinkTo(made, body));
  log.info(`${document.name} is registered as flow ${made.id} on ${profile.name}.`);
  ui.tell(
    'information',
    `"${name}" is registered. Attach it to a number to answer calls. After changes run Update Registered Flow.`,
    { label: 'Attach to Number', run: () => ui.command('voipbin.attachFlow', document.uri) },
    { label: 'Copy Id', run: () => ui.copy(made.id) },
  );
}

export const noFlowToRegister = (name: string) =>
  `${name} has no flow to register. Put its actions into an array, or into an object with "actions".`;

async function askName(ui: CommandContext['ui'], file: string): Promise<string | undefined> {
  const reply = await ui.ask({
    title: `Register Flow: ${file}`,
    prompt: 'The file has no name for the flow. Type the name that VoIPbin should list.',
    value: withoutFlowEnding(file),
    check: (text) => (text.trim() === '' ? 'Type a name.' : undefined),
  });
  return typeof reply === 'string' ? undefined : reply.value.trim();
}
