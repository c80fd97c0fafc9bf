import { action } from '../action';
import { address, addresses } from '../address';
import { billed } from '../billed';
import { text } from '../declare';

const handler = 'bin-message-manager/pkg/messagehandler/send.go';

export const messageSend = action({
  type: 'message_send',
  category: 'messaging',
  summary: 'Sends a text message (SMS).',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  billed: billed('text messages, for each segment and recipient'),
  alsoCalled: ['sms', 'sms_send', 'send_sms', 'message', 'send_message'],
  options: {
    source: address({
      doc: 'The number that sends the message. It belongs to the account.',
      required: true,
      whenMissing: {
        effect: 'crash',
        doc: 'VoIPbin accepts the message and then fails while sending it.',
        source: 'bin-message-manager/pkg/messagehandlermessagebird/send.go:23',
      },
      example: { type: 'tel', target: '+15550100001' },
    }),
    destinations: addresses({
      doc: 'The recipients. Each is an address of type `tel`.',
      required: true,
      whenMissing: { effect: 'no-op', doc: 'The message is not sent.', source: `${handler}:46-58` },
      example: [{ type: 'tel', target: '+15550100002' }],
    }),
    text: text({
      doc: 'The text of the message.',
      format: 'sms',
      required: true,
      whenMissing: { effect: 'none', doc: 'The message is sent without a text.', source: `${handler}:73` },
      alsoCalled: ['content', 'body', 'message'],
      notes: [
        'Each segment is billed. One segment has 160 characters of GSM-7, or 70 of UCS-2; of several each has 153 or 67. One character outside GSM-7, such as `–`, makes the whole message UCS-2.',
      ],
      example: 'Your table is ready.',
    }),
  },
  quirks: [
    {
      documented: 'VoIPbin sends the message and the flow continues, even if the message fails.',
      observed: 'Without a verified identity or without a balance the action fails, and the flow is stopped.',
      source: `${handler}:30-67; bin-flow-manager/pkg/activeflowhandler/execute.go:272-276`,
    },
    {
      documented: '`source` is a string, and there are no `destinations`.',
      observed: '`source` is an address object and `destinations` an array of them; a string stops the flow.',
      source: 'bin-flow-manager/models/action/option.go OptionMessageSend',
    },
  ],
  label: ['text', 'destinations'],
  example: {
    type: 'message_send',
    option: {
      source: { type: 'tel', target: '+15550100001' },
      destinations: [{ type: 'tel', target: '${voipbin.call.source.target}' }],
      text: 'Thank you for your call. We will ring you back today.',
    },
  },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionMessageSend',
});
