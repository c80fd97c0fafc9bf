import type { Quirk } from './quirk';

export const gotoTargetFrozenAfterFirstJump = {
  name: 'goto-target-frozen-after-first-jump',
  documented: 'The documentation does not mention a `goto` with a variable as target.',
  observed: 'The first jump writes the id into the action: later jumps go there even if the variable changes.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGotoLoop; seen by running it',
  deviates: false,
} as const satisfies Quirk;
