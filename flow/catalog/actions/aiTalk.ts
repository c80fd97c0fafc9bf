import { action } from '../action';
import { assistance } from '../assistance';
import { billed } from '../billed';
import { integer } from '../declare';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1059-1101 actionHandleAITalk';
const service = 'bin-ai-manager/pkg/aicallhandler/service.go:39-118';
const declared = 'bin-flow-manager/models/action/option.go:77-91 OptionAITalk';

export const aiTalk = action({
  type: 'ai_talk',
  category: 'ai',
  summary: 'Lets the caller, or the chat, talk with an AI or a team of AIs.',
  media: 'none',
  waits: 'until the AI or the caller ends the talk',
  successor: 'continue',
  runBy: 'flow-manager',
  billed: billed('the AI session'),
  nested: {
    doc: 'On a call the caller joins a bridge with the AI. In a conversation a `block` holds the flow until the AI is done.',
    source: service,
    always: true,
  },
  setsAnything: true,
  retiredNames: ['chatbot_talk'],
  alsoCalled: ['ai', 'ai_call', 'chatbot'],
  options: {
    ...assistance(declared),
    duration: integer({
      doc: 'The longest time for the talk, according to the documentation.',
      unit: 's',
      whenMissing: { effect: 'none', doc: 'The talk lasts until one side ends it.', source: handler },
      ignored: 'Nothing limits the talk: tell the AI in its prompt when to end it.',
      quirks: [
        {
          documented: '`duration` limits the talk, in seconds.',
          observed: 'The engine ignores it; the talk has no limit.',
          source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1086-1088 actionHandleAITalk',
        },
      ],
    }),
  },
  removedOptions: {
    chatbot_id: { successor: 'assistance_id', doc: 'Replaced by `assistance_id` with `assistance_type` "ai".' },
  },
  sets: ['voipbin.aicall.*'],
  reads: [
    'voipbin.conversation_message.text',
    'voipbin.tts.elevenlabs.voice_id',
    'voipbin.tts.gcp.voice_id',
    'voipbin.tts.aws.voice_id',
  ],
  notes: [
    'In a conversation it lasts until the AI stops it.',
    'Put an action after it. As the last action of its list it ends the flow with an error, and VoIPbin hangs up the call.',
    'It does not answer the call; the bridge that the caller joins does.',
    'In a conversation it needs a message to reply to: without `voipbin.conversation_message.text` the flow stops.',
    'VoIPbin takes what started the flow for a call, unless it is a conversation. In other flows VoIPbin finds no such call, and the flow stops.',
  ],
  quirks: [
    {
      documented: 'The talk is set up with initial_prompt, prompt, voice_type, tools, end_call_phrases and language.',
      observed: 'None of these options exists; they belong to the AI itself.',
      source: declared,
    },
  ],
  label: ['assistance_id'],
  example: {
    type: 'ai_talk',
    option: { assistance_type: 'ai', assistance_id: '4d1f6b0a-93c7-4e58-b1d2-6a0c8f3e7b15' },
  },
  followedBy: ['hangup', 'talk', 'connect'],
  source: declared,
});
