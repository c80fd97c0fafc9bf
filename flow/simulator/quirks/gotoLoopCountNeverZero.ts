import type { Quirk } from './quirk';

export const gotoLoopCountNeverZero = {
  name: 'goto-loop-count-never-zero',
  documented: 'A `goto` jumps `loop_count` times and then falls through.',
  observed: 'The count of a `goto` never gets below 1: it jumps until the flow has used up its 101 executions.',
  source:
    'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGotoLoop: the count 0 is left out when the option is written back, so the old 1 stays; seen by running it',
  deviates: true,
} as const satisfies Quirk;
