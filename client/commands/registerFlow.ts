import { documentFlow } from '../run/flowBody';
import { createFlowLinks } from '../run/flowLinks';
import { checkedDocument } from './checkedDocument';
import type { CommandContext } from './context';
import { noFlow, registerNew } from './registerNew';
import { updateFlow } from './updateFlow';

/** Stores the flow of a document as a new flow of the account, and links the two. */
export async function registerFlow(context: CommandContext, uri?: string): Promise<void> {
  const { ui, memory } = context;
  const checked = await checkedDocument(context, uri, 'registered');
  if (!checked) return;
  const { document, model } = checked;
  const flow = documentFlow(model);
  if (!flow) return ui.tell('warning', noFlow(document.name));
  const connection = await context.connect();
  if (!connection) return;
  const link = createFlowLinks(memory).find(connection.profile.name, document.uri);
  if (link) {
    const answer = await ui.confirm({
      message: `${document.name} is registered already, as "${link.name}".`,
      detail: ['Registering it once more makes a second flow of it, and the file stands for that one from then on.'],
      buttons: ['Update Registered Flow', 'Register Once More'],
    });
    if (answer === 'Update Registered Flow') return updateFlow(context, document.uri);
    if (answer === undefined) return;
  }
  await registerNew(context, connection, document, flow);
}
