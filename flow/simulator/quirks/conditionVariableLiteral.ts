import type { Quirk } from './quirk';

export const conditionVariableLiteral = {
  name: 'condition-variable-literal',
  documented: '`variable` of a `condition_variable` is the name of a variable.',
  observed: '`variable` of a `condition_variable` is the text to compare: a bare name is compared itself.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionVariable; seen by running it',
  deviates: true,
} as const satisfies Quirk;
