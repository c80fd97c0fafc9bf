import type { Quirk } from './quirk';

export const branchNoDefaultStops = {
  name: 'branch-no-default-stops',
  documented: 'A `branch` without a matching case and without a default continues with the next action.',
  observed: 'A `branch` without a matching case and without a default stops the flow, and VoIPbin hangs up the call.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleBranch; seen by running it',
  deviates: true,
} as const satisfies Quirk;
