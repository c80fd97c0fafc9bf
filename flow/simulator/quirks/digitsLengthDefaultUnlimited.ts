import type { Quirk } from './quirk';

export const digitsLengthDefaultUnlimited = {
  name: 'digits-length-default-unlimited',
  documented: '`length` of a `digits_receive` is 1 when it is left out.',
  observed: 'Without `length` a `digits_receive` takes any number of keys, until an end key or its time ends it.',
  source: 'bin-call-manager/pkg/callhandler/digit.go checkDigitsCondition; seen by running it',
  deviates: false,
} as const satisfies Quirk;
