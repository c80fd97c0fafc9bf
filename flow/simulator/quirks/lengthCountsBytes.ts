import type { Quirk } from './quirk';

export const lengthCountsBytes = {
  name: 'length-counts-bytes',
  documented: 'The value type `length` counts characters.',
  observed: 'The value type `length` counts the bytes of the text in UTF-8.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionVariable; seen by running it',
  deviates: true,
} as const satisfies Quirk;
