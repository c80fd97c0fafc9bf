import type { Quirk } from './quirk';

export const budget101Actions = {
  name: 'budget-101-actions',
  documented: 'A run may execute 1000 actions in a row, and wait 100 times.',
  observed: 'A run may execute 101 actions in total, including the end of the list.',
  source:
    'bin-flow-manager/pkg/activeflowhandler/db.go updateNextAction; main.go maxActiveFlowExecuteCount; seen by running it',
  deviates: false,
} as const satisfies Quirk;
