import { sendMessage } from '../../engine/sending';
import type { Message } from '../../resources/message';
import { addressesOf, addressOf, readBody, textMember } from '../body';
import type { App, Backend } from '../environment';
import { addRows, showRow } from '../rows';
import { sentOrRefused } from '../sentOrRefused';

/** Text messages: those that flows sent, and those that are sent here. Source: bin-api-manager/server/messages.go. */
export function addMessages(app: App, backend: Backend): void {
  const { core } = backend;
  const listed = addRows<Message>(app, backend, { path: '/messages', kind: 'message', table: core.store.messages });
  app.post('/v1.0/messages', async (context) => {
    const body = await readBody(context);
    const source = addressOf(body, 'source');
    const destinations = addressesOf(body, 'destinations');
    const text = textMember(body, 'text') ?? '';
    return showRow(context, listed, sentOrRefused(sendMessage(core, { source, destinations, text })));
  });
}
