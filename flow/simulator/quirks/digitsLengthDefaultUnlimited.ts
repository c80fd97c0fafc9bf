import type { Quirk } from './quirk';

export const digitsLengthDefaultUnlimited = {
  name: 'digits-length-default-unlimited',
  documented: 'A missing `length` of a `digits_receive` is 1.',
  observed: 'Without `length` a `digits_receive` accepts any number of keys, until an end key or its time ends it.',
  source: 'bin-call-manager/pkg/callhandler/digit.go checkDigitsCondition; seen by running it',
  deviates: false,
} as const satisfies Quirk;
