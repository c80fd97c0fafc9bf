import { action } from '../action';

export const stop = action({
  type: 'stop',
  category: 'flow-control',
  summary: 'Ends the flow and the call.',
  media: 'none',
  successor: 'terminate',
  runBy: 'flow-manager',
  alsoCalled: ['finish', 'exit', 'quit', 'return'],
  options: {},
  // bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1103-1122 actionHandleStop; bin-call-manager/pkg/callhandler/event.go:62-83
  notes: [
    'VoIPbin hangs up the call that runs the flow.',
    'Inside a fetched flow it ends everything, not only that flow.',
    'The flow of `on_complete_flow_id` still runs.',
    "VoIPbin's documentation has no section on it, only a line in the list of types.",
  ],
  example: { type: 'stop' },
  source: 'bin-flow-manager/models/action/action.go TypeStop',
});
