import type { Quirk } from './quirk';

export const branchVariableBraces = {
  name: 'branch-variable-braces',
  documented: 'Whether `variable` of a `branch` takes braces is not said.',
  observed: '`${name}` is replaced by its value, and the value is then looked up as a name.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleBranch; seen by running it',
  deviates: false,
} as const satisfies Quirk;
