import type { Quirk } from './quirk';

export const gotoWithoutCountNeverJumps = {
  name: 'goto-without-count-never-jumps',
  documented: 'A `goto` without `loop_count` always jumps.',
  observed: 'A `goto` without `loop_count` never jumps.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGoto; seen by running it',
  deviates: false,
} as const satisfies Quirk;
