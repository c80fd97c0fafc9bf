import type { Quirk } from './quirk';

export const branchVariableBraces = {
  name: 'branch-variable-braces',
  documented: 'The documentation does not say whether `variable` of a `branch` accepts braces.',
  observed: 'VoIPbin replaces `${name}` with its value and then looks up the value as a name.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleBranch; seen by running it',
  deviates: false,
} as const satisfies Quirk;
