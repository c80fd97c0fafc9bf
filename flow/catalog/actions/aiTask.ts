import { action } from '../action';
import { assistance } from '../assistance';
import { billed } from '../billed';

const declared = 'bin-flow-manager/models/action/option.go:94-107 OptionAITask';

export const aiTask = action({
  type: 'ai_task',
  category: 'ai',
  summary: 'Lets an AI do a job without a conversation, and waits for it.',
  media: 'non_rtc',
  waits: 'until the AI has done the job',
  successor: 'continue',
  runBy: 'flow-manager',
  billed: billed('the AI session'),
  nested: {
    doc: 'A `block` holds the flow until the AI is done.',
    source: 'bin-ai-manager/pkg/aicallhandler/service.go:120-155',
  },
  setsAnything: true,
  options: assistance(declared),
  sets: ['voipbin.aicall.*'],
  notes: [
    'A phone call skips it silently.',
    // bin-ai-manager/pkg/aicallhandler/start.go:980
    'VoIPbin ends the job after 30 seconds at most.',
  ],
  quirks: [
    {
      documented: 'It runs on the call.',
      observed: 'A phone call skips it; it runs only in flows that no call started.',
      source: 'bin-flow-manager/models/action/action.go:334',
    },
    {
      documented: 'The list of types in the OpenAPI document does not have it.',
      observed: 'The API accepts it.',
      source: 'bin-flow-manager/models/action/action.go:76 TypeAITask',
    },
  ],
  label: ['assistance_id'],
  example: {
    type: 'ai_task',
    option: { assistance_type: 'ai', assistance_id: '7a2c9e4f-0b5d-4831-8f6e-d3b1a9c05e26' },
  },
  followedBy: ['webhook_send', 'email_send'],
  source: declared,
});
