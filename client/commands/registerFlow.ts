import { documentFlow } from '../run/flowBody';
import { differsFromRegistered } from '../run/linkedFlow';
import { checkedDocument, type Errors } from './checkedDocument';
import type { CommandContext } from './context';
import { lookAtLinkedFlow } from './readLinkedFlow';
import { noFlowToRegister, registerNew } from './registerNew';
import { updateFlow } from './updateFlow';

/** Stores the flow of a document as a new flow of the account, and links the two. */
export async function registerFlow(context: CommandContext, uri?: string, errors: Errors = 'stop'): Promise<void> {
  const { ui, links } = context;
  const checked = await checkedDocument(context, uri, 'registered', errors, registerFlow);
  if (!checked) return;
  const { document, model } = checked;
  const flow = documentFlow(model);
  if (!flow) return ui.tell('warning', noFlowToRegister(document.name));
  const connection = await context.connect();
  if (!connection) return;
  const known = links.find(connection.profile.name, document.uri);
  const isThere = known && (await lookAtLinkedFlow(context, connection, known, document));
  const link = isThere && links.find(connection.profile.name, document.uri);
  if (link) {
    const differs = await differsFromRegistered(model, link);
    const answer = await ui.confirm({
      message: `${document.name} is already registered as "${link.name}".`,
      detail: [
        ...(differs ? ['The registered flow on the server differs from it.'] : []),
        'If you register it again, VoIPbin has a second flow, and the file is linked to that one.',
      ],
      buttons: ['Update Registered Flow', 'Register Again'],
    });
    if (answer === 'Update Registered Flow') return updateFlow(context, document.uri);
    if (answer === undefined) return;
  }
  await registerNew(context, connection, document, flow);
}
