import type { Quirk } from './quirk';

export const onCompleteParks = {
  name: 'on-complete-parks',
  documented: 'A flow of `on_complete_flow_id` runs when the flow before it has ended.',
  observed:
    'After a call such a flow waits forever on the first action that needs the call, such as `talk`. VoIPbin passes it to a call that is over.',
  source: 'bin-flow-manager/pkg/activeflowhandler/execute.go:25 Execute; seen by running it',
  deviates: true,
} as const satisfies Quirk;
