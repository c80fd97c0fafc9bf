import { sendEmail } from '../../engine/sending';
import type { Email } from '../../resources/email';
import { addressesOf, objectsOf, readBody, textMember } from '../body';
import type { App, Backend } from '../environment';
import { uuidOf } from '../readActions';
import { addRows, showRow } from '../rows';
import { sentOrRefused } from '../sentOrRefused';

/** Mails: those that flows sent, and those that are sent here. Source: bin-email-manager/pkg/emailhandler/email.go. */
export function addEmails(app: App, backend: Backend): void {
  const { core } = backend;
  const listed = addRows<Email>(app, backend, { path: '/emails', kind: 'email', table: core.store.emails });
  app.post('/v1.0/emails', async (context) => {
    const body = await readBody(context);
    const content = {
      destinations: addressesOf(body, 'destinations'),
      subject: textMember(body, 'subject') ?? '',
      content: textMember(body, 'content') ?? '',
      attachments: objectsOf(body, 'attachments').map((attachment) => ({
        reference_type: textMember(attachment, 'reference_type') ?? '',
        reference_id: uuidOf(attachment, 'reference_id'),
      })),
    };
    return showRow(context, listed, sentOrRefused(sendEmail(core, content)));
  });
}
