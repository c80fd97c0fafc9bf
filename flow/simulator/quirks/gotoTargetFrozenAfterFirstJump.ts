import type { Quirk } from './quirk';

export const gotoTargetFrozenAfterFirstJump = {
  name: 'goto-target-frozen-after-first-jump',
  documented: 'Nothing is said of a `goto` whose target is a variable.',
  observed: 'The first jump writes the id into the action: later ones go there whatever the variable holds.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGotoLoop; seen by running it',
  deviates: false,
} as const satisfies Quirk;
