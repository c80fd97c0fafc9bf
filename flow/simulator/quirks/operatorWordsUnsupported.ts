import type { Quirk } from './quirk';

export const operatorWordsUnsupported = {
  name: 'operator-words-unsupported',
  documented: 'One page lists words such as `equal` as operators, another one symbols such as `==`.',
  observed: 'Only the symbols work; any other operator makes the condition false.',
  source: 'bin-flow-manager/pkg/activeflowhandler/common.go compareCondition; seen by running it',
  deviates: false,
} as const satisfies Quirk;
