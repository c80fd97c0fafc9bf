import { documentFlow } from '../run/flowBody';
import { createFlowLinks } from '../run/flowLinks';
import { checkedDocument } from './checkedDocument';
import type { CommandContext } from './context';
import { updateFlow } from './updateFlow';

/** Stores the flow of a document as a new flow of the account, and links the two. */
export async function registerFlow(context: CommandContext, uri?: string): Promise<void> {
  const { ui, memory, log } = context;
  const checked = await checkedDocument(context, uri, 'registered');
  if (!checked) return;
  const { document, model } = checked;
  const flow = documentFlow(model);
  if (!flow) return ui.tell('warning', noFlow(document.name));
  const connection = await context.connect();
  if (!connection) return;
  const { api, profile } = connection;
  const links = createFlowLinks(memory);
  const link = links.find(profile.name, document.uri);
  if (link) {
    const answer = await ui.confirm({
      message: `${document.name} is registered already, as "${link.name}".`,
      detail: ['Registering it once more makes a second flow of it, and the file stands for that one from then on.'],
      buttons: ['Update Registered Flow', 'Register Once More'],
    });
    if (answer === 'Update Registered Flow') return updateFlow(context, document.uri);
    if (answer === undefined) return;
  }
  const name = flow.name ?? (await askName(context, document.name));
  if (name === undefined) return;
  const made = await ui.during(`Registering "${name}"`, (signal) => api.createFlow({ ...flow, name }, { signal }));
  await links.set(profile.name, document.uri, { flowId: made.id, name, tmUpdate: made.tm_update });
  log.info(`${document.name} is registered as flow ${made.id} on ${profile.name}.`);
  ui.tell(
    'information',
    `"${name}" is registered. Choose it for a number, or change the file and run Update Registered Flow.`,
    { label: 'Copy Id', run: () => ui.copy(made.id) },
  );
}

export const noFlow = (name: string) =>
  `${name} holds no flow that can be registered. Put its actions into a list, or into an object with "actions".`;

async function askName({ ui }: CommandContext, file: string): Promise<string | undefined> {
  const reply = await ui.ask({
    title: `Register Flow: ${file}`,
    prompt: 'The name under which VoIPbin lists the flow; the file has none.',
    value: file.replace(/\.flow\.jsonc?$|\.jsonc?$/, ''),
    check: (text) => (text.trim() === '' ? 'A flow without a name is hard to find. Type one.' : undefined),
  });
  return typeof reply === 'string' ? undefined : reply.value.trim();
}
