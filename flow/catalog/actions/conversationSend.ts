import { action } from '../action';
import { flag, resourceId, text } from '../declare';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';

export const conversationSend = action({
  type: 'conversation_send',
  category: 'messaging',
  summary: 'Sends a message to a conversation.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: { effect: 'ignored', source: 'bin-flow-manager/pkg/activeflowhandler/execute.go:249-253' },
  alsoCalled: ['chat_send', 'reply'],
  options: {
    conversation_id: resourceId('conversation', {
      doc: 'The conversation that gets the message.',
      required: true,
      whenMissing: {
        effect: 'ignored',
        doc: 'Nothing is sent, and the next action runs.',
        source: `${handler}:1037-1054 actionHandleConversationSend`,
      },
      notes: ['In the flow of a conversation, `${voipbin.conversation.id}` is its id.'],
      example: '${voipbin.conversation.id}',
    }),
    text: text({
      doc: 'The message.',
      hasLines: true,
      required: true,
      whenMissing: {
        effect: 'ignored',
        doc: 'The message is empty.',
        source: `${handler}:1039,1047 actionHandleConversationSend`,
      },
      alsoCalled: ['message', 'body', 'content'],
      example: 'Thank you, we will answer within the hour.',
    }),
    sync: flag({
      doc: 'With `true` the flow waits until the message is handed over; with `false` it continues at once.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The message is sent in the background.',
        source: `${handler}:1038-1054 actionHandleConversationSend`,
      },
    }),
  },
  label: ['text'],
  example: {
    type: 'conversation_send',
    option: {
      conversation_id: '${voipbin.conversation.id}',
      text: 'Thank you, we will answer within the hour.',
      sync: false,
    },
  },
  followedBy: ['ai_talk', 'webhook_send'],
  source: 'bin-flow-manager/models/action/option.go:233 OptionConversationSend',
});
