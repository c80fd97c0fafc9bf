import { action } from '../action';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1201-1210';

export const block = action({
  type: 'block',
  category: 'flow-control',
  summary: 'Holds the flow until an AI service lets it go on.',
  media: 'non_rtc',
  waits: 'until VoIPbin itself releases the flow',
  successor: 'continue',
  onFailure: { effect: 'none', source: handler },
  internal: '`ai_talk` and `ai_task` put it into a flow and release it. Nothing else can release it.',
  options: {},
  notes: [
    'A phone call skips it without a word.',
    'Written by hand it parks the flow for good: it stays `running` until `POST /activeflows/{id}/stop` ends it.',
  ],
  quirks: [
    {
      documented: 'Anybody may use it and release it with a request from outside.',
      observed: 'No public address of the API releases it; `POST /activeflows/{id}/execute` does not exist.',
      source: `${handler}; bin-flow-manager/pkg/activeflowhandler/execute.go:34-66,182-189`,
    },
    {
      documented: 'The list of types in the OpenAPI document lacks it.',
      observed: 'The API accepts it.',
      source: 'bin-flow-manager/models/action/action.go:86 TypeBlock',
    },
  ],
  example: { type: 'block' },
  source: 'bin-flow-manager/models/action/option.go:126 OptionBlock',
});
