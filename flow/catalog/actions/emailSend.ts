import { action } from '../action';
import { addresses } from '../address';
import { attachments } from '../attachment';
import { billed } from '../billed';
import { text } from '../declare';
import { ignoresError } from '../onFailure';

const handler = 'bin-email-manager/pkg/emailhandler/email.go';

export const emailSend = action({
  type: 'email_send',
  category: 'messaging',
  summary: 'Sends an e-mail.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: ignoresError('bin-flow-manager/pkg/activeflowhandler/execute.go:255-259'),
  billed: billed('e-mails, for each recipient'),
  alsoCalled: ['email', 'mail', 'send_email', 'mail_send'],
  options: {
    destinations: addresses({
      doc: 'The recipients. Each is an address of type `email`.',
      required: true,
      whenMissing: {
        effect: 'ignored',
        doc: 'The e-mail has no recipients and is not sent.',
        source: `${handler}:38-43; bin-email-manager/pkg/emailhandler/validate.go:8-16`,
      },
      notes: ['One recipient of another type, or with a wrong address, makes VoIPbin reject all of them.'],
      example: [{ type: 'email', target: 'desk@example.com' }],
    }),
    subject: text({
      doc: 'The subject line.',
      whenMissing: {
        effect: 'none',
        doc: 'The e-mail has an empty subject.',
        source: `${handler}:59`,
        surprises: true,
      },
      example: 'A call was missed',
    }),
    content: text({
      doc: 'The body of the e-mail, as text or HTML.',
      whenMissing: { effect: 'none', doc: 'The e-mail has an empty body.', source: `${handler}:59`, surprises: true },
      example: 'The number is ${voipbin.call.source.target}.',
      hasLines: true,
    }),
    attachments: attachments({
      doc: 'The recordings to attach.',
      whenMissing: {
        effect: 'none',
        doc: 'Nothing is attached.',
        source: 'bin-email-manager/models/email/main.go:46-72 Attachment',
      },
    }),
  },
  notes: ['The account needs a verified identity and a balance. Without them VoIPbin silently sends no e-mail.'],
  label: ['subject', 'destinations'],
  example: {
    type: 'email_send',
    option: {
      destinations: [{ type: 'email', target: 'desk@example.com' }],
      subject: 'A call was missed',
      content: '${voipbin.call.source.target} called and got no answer.',
    },
  },
  followedBy: ['hangup', 'talk', 'webhook_send'],
  source: 'bin-flow-manager/models/action/option.go OptionEmailSend',
});
