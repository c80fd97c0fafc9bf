import { action } from '../action';
import { resourceId } from '../declare';

export const fetchFlow = action({
  type: 'fetch_flow',
  category: 'flow-control',
  summary: 'Runs another stored flow and comes back.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  nested: {
    doc: 'The actions of the other flow run before the next action. They share the variables and the 101 actions of this run.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:100-133 actionHandleFetchFlow',
    foreign: true,
  },
  setsAnything: true,
  retiredNames: ['patch_flow'],
  alsoCalled: ['subflow', 'run_flow', 'flow', 'include'],
  options: {
    flow_id: resourceId('flow', {
      doc: 'The flow to run. It belongs to the same account.',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'The flow stops and the call is hung up, as with an unknown flow and with one of another account.',
        source: 'bin-flow-manager/pkg/activeflowhandler/action.go:16-23',
      },
    }),
  },
  notes: [
    'If the flow has no actions, the next action runs at once.',
    'The flow comes back to the action after this one. Several `fetch_flow` in a row, as targets of a `branch`, run one after another unless `next_id` leads away.',
    'A flow that fetches itself is stopped after 101 actions.',
  ],
  label: ['flow_id'],
  example: { type: 'fetch_flow', option: { flow_id: '5f0c1d9e-3b7a-4c62-8e4d-91a2b6f07c35' } },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionFetchFlow',
});
