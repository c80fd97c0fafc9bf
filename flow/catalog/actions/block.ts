import { action } from '../action';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1201-1210';

export const block = action({
  type: 'block',
  category: 'flow-control',
  summary: 'Holds the flow until an AI service lets it continue.',
  media: 'non_rtc',
  waits: 'until VoIPbin itself releases the flow',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: { effect: 'none', source: handler },
  internal: '`ai_talk` and `ai_task` put it into a flow and release it. Nothing else can release it.',
  options: {},
  notes: [
    'A phone call skips it silently.',
    'Written by hand it stops the flow forever: it stays `running` until `POST /activeflows/{id}/stop` ends it.',
  ],
  quirks: [
    {
      documented: 'A flow can use it, and a request can release it.',
      observed: 'No public request releases it; `POST /activeflows/{id}/execute` does not exist.',
      source: `${handler}; bin-flow-manager/pkg/activeflowhandler/execute.go:34-66,182-189`,
    },
    {
      documented: 'The list of types in the OpenAPI document does not have it.',
      observed: 'The API accepts it.',
      source: 'bin-flow-manager/models/action/action.go:86 TypeBlock',
    },
  ],
  example: { type: 'block' },
  source: 'bin-flow-manager/models/action/option.go:126 OptionBlock',
});
